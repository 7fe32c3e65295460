"""The bar of a long build says how quickly it goes."""

from rich.progress import Progress

from webapp.cli.searching import RateColumn


def test_the_rate_is_shown_once_it_is_known() -> None:
    moment = [0.0]
    progress = Progress(get_time=lambda: moment[0])
    task = progress.add_task("index", total=9_000)
    assert RateColumn().render(progress.tasks[0]).plain == ""
    for done in (0, 2_500, 5_000):
        progress.update(task, completed=done)
        moment[0] += 1
    assert RateColumn().render(progress.tasks[0]).plain == "2,500/s"
