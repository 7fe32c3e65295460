from archive.importers.plain.widths import width


def test_words_of_as_many_letters_are_not_as_wide() -> None:
    assert width("mammoth") > 1.5 * width("illicit")


def test_a_text_is_as_wide_as_its_parts() -> None:
    assert width("the crews") == width("the") + width(" ") + width("crews")
