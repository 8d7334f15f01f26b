"""`binck map`: the network as one file, to look at, to take along or to print."""

from __future__ import annotations

from pathlib import Path

import click

from api.cli.command import command
from api.cli.output import print_json, say
from api.opening import open_desk
from graph.errors import Refused
from graph.local import local_file, write_whole
from graph.texts import Lang
from viz.wanted import DRAWN, LISTED

_ENDINGS = (".html", ".svg")


@command(
    "map",
    "Teken het netwerk in één bestand: FILE.html om in te zoeken en te klikken, FILE.svg om af te drukken."
    " ¦ Draw the network in one file: FILE.html to search and click in, FILE.svg to print.",
    "map kaart.html",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--kind", "kinds", multiple=True, help="Alleen deze soort; mag vaker. ¦ This kind only; may be repeated.")
@click.option(
    "--sector", "sectors", multiple=True, help="Alleen deze sector; mag vaker. ¦ This sector only; may be repeated."
)
@click.option("--since", default="", help="Vanaf dit jaar, deze maand of dag. ¦ From this year, month or day.")
@click.option("--until", default="", help="Tot en met dit jaar, deze maand of dag. ¦ Up to this year, month or day.")
@click.option("--around", default="", help="Alleen wat hieromheen ligt. ¦ Only what is around this one.")
@click.option(
    "--steps", type=click.IntRange(1, 6), default=1, help="Zoveel banden ver bij --around. ¦ So many ties far."
)
@click.option("--all", "everything", is_flag=True, help="Teken ook wat weinig banden heeft. ¦ Draw everything.")
@click.option(
    "--potential",
    is_flag=True,
    help="Teken ook met wie kennis te maken; dat zijn geen banden. ¦ Draw whom to bring together too; no ties.",
)
@click.option(
    "--marks",
    type=click.IntRange(1, LISTED),
    default=DRAWN,
    help=f"Teken er hooguit zoveel; anders {DRAWN}. ¦ Draw at most so many; else {DRAWN}.",
)
def map_command(
    file: Path,
    kinds: tuple[str, ...],
    sectors: tuple[str, ...],
    since: str,
    until: str,
    around: str,
    steps: int,
    everything: bool,
    potential: bool,
    marks: int,
    store: str,
    lang: Lang,
    as_json: bool,
) -> None:
    if file.suffix.lower() not in _ENDINGS:
        raise Refused(
            f"{file}: een kaart is {' of '.join(_ENDINGS)}; noem het bestand zo",
            f"{file}: a map is {' or '.join(_ENDINGS)}; name the file so",
        )
    from api.potential import potential_ties
    from viz.picture import around_picture, whole_picture
    from viz.positions import Positions
    from viz.sentences import shown_of, with_proposals
    from viz.wanted import wanted

    desk = open_desk(store)
    network = desk.network()
    choice = wanted(
        desk.words, kinds=kinds, sectors=sectors, since=since, until=until, everything=everything, most=marks
    )
    row = desk.resolve(around).row if around else None
    proposed = potential_ties(desk, network, lang, row) if potential else None
    if row is not None:
        picture = around_picture(network, choice, row, steps, only=True, proposed=proposed)
    else:
        positions = Positions(local_file(desk.store.url, "map.json"))
        picture = whole_picture(network, choice, positions, only=True, proposed=proposed)
    if file.suffix.lower() == ".svg":
        from viz.svg import draw_file

        text = draw_file(picture.scene, picture.places, lang, picture.potential)
    else:
        from viz.page import map_file

        text = map_file(picture, lang)
    write_whole(file, text.encode())
    scene, drawn = picture.scene, picture.potential
    if as_json:
        done = {"marks": len(scene.drawn), "ties": scene.drawn_ties, "left_out": scene.left_out}
        done["potential"] = len(drawn.drawn) if drawn else 0
        print_json({"file": str(file), "version": network.version, **done})
    else:
        say(f"{file}: {with_proposals(shown_of(scene, lang), drawn, lang)}")
