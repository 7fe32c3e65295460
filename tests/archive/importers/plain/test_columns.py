from archive.importers.plain.columns import unfold_columns
from archive.importers.plain.lines import read_lines


def unfolded(text: str) -> list[str]:
    return [line.text for line in unfold_columns(read_lines(text)) if line.text]


def side_by_side(left: list[str], right: list[str]) -> str:
    return "\n".join(f"{one:<34}    {other}" for one, other in zip(left, right, strict=True))


LEFT = [f"left line {n} of words on rowing" for n in range(10)]
RIGHT = [f"right line {n} of words on rest" for n in range(10)]


def test_columns_come_one_after_the_other() -> None:
    assert unfolded(side_by_side(LEFT, RIGHT)) == LEFT + RIGHT


def test_a_title_across_both_columns_parts_them() -> None:
    title = "A title that runs across both of the columns of the page"
    text = f"{side_by_side(LEFT, RIGHT)}\n{title}\n{side_by_side(LEFT, RIGHT)}"
    assert unfolded(text) == [*LEFT, *RIGHT, title, *LEFT, *RIGHT]


def test_every_page_is_unfolded_by_itself() -> None:
    page = side_by_side(LEFT, RIGHT)
    assert unfolded(f"{page}\n\f{page}") == (LEFT + RIGHT) * 2


def test_ordinary_text_stays_as_it_is() -> None:
    text = "\n".join("The crew rowed along the river and slept" for _ in range(20))
    assert unfolded(text) == text.split("\n")


def test_a_running_head_with_its_page_number_belongs_to_no_column() -> None:
    head = f"{'FERRY BOATS':<60}7"
    assert unfolded(f"{head}\n\n{side_by_side(LEFT, RIGHT)}")[0].split() == ["FERRY", "BOATS", "7"]


def test_indents_are_counted_from_the_margin_of_the_column() -> None:
    right = [("   " if n == 4 else "") + line for n, line in enumerate(RIGHT)]
    lines = unfold_columns(read_lines(side_by_side(LEFT, right)))
    assert [line.indent for line in lines if line.text][10:] == [0, 0, 0, 0, 3, 0, 0, 0, 0, 0]
