"""The file of examples that staff sort is training data as it stands, and safe to make."""

from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from ruamel.yaml import YAML

from bot.ask_log import Exit
from bot.ask_log.command import main
from bot.ask_log.questions import ask_log
from bot.settings import ROOT
from tests.ask_log.conversations import said, sure, talk

HOSTILE = [
    '[租金](expense) 同 [x]{"entity": "y"} [a][{"entity": "b"}]',
    "第一行\n第二行",
    "- 兩點",
    "# 唔係註解",
    "key: \"value\" 'x' | > & * ! % @ `",
    "${HOME} \\u0041 \\n",
    "--- ...",
    "🫠👍🏽 emoji",
    "\x1b[31m\x00\ufffe紅",
]


async def test_the_file_is_training_data_with_every_text_as_it_was_typed(database, tmp_path):
    await talk(database, *map(said, HOSTILE))
    file = tmp_path / "to_sort.yml"

    assert main(["--examples", str(file)]) == Exit.SHOWN
    read = RasaYAMLReader().read(str(file)).training_examples
    listed = [each.text for each in ask_log(str(database)).questions]
    assert [each.get("text").translate({0xFF3B: "[", 0xFF3D: "]"}) for each in read] == listed
    assert {each.get("intent") for each in read} == {"ask_ceiling"}
    assert not any(each.get("entities") for each in read)


async def test_the_file_can_lie_beside_the_examples_that_are_there(database, tmp_path) -> None:
    await talk(database, said("租金點計"), said("x", "ask_launch", 0.07))
    file = tmp_path / "to_sort.yml"
    main(["--examples", str(file)])
    yaml = YAML(typ="safe")
    own = yaml.load((ROOT / "data" / "nlu" / "facts.yml").read_text(encoding="utf-8"))
    blocks = yaml.load(file.read_text(encoding="utf-8"))["nlu"]

    assert {frozenset(each) for each in blocks} == {frozenset(own["nlu"][0])}
    assert blocks[0] == {"intent": "ask_ceiling", "examples": "- 租金點計\n"}


async def test_each_example_says_above_it_what_it_was_taken_for(database, tmp_path) -> None:
    launch = said("幾時", "ask_launch", 0.07)
    await talk(database, launch, said("租金點計"), said("租金點計"))
    file = tmp_path / "to_sort.yml"
    main(["--examples", str(file)])
    lines = file.read_text(encoding="utf-8").splitlines()
    rent, when = lines.index("    - 租金點計"), lines.index("    - 幾時")

    assert lines[rent - 2] == "- intent: ask_ceiling"
    assert "taken for nlu_fallback" in lines[rent - 3]
    assert "2×" in lines[rent - 3]
    assert "taken for ask_launch 7%" in lines[when - 3]
    assert "second guess ask_ceiling 24%" in lines[when - 3]


async def test_a_file_that_is_there_is_not_overwritten(database, tmp_path, capsys) -> None:
    await talk(database, said("q"))
    file = tmp_path / "mine.yml"
    file.write_text("my work", encoding="utf-8")

    assert main(["--examples", str(file)]) == Exit.REFUSED
    assert file.read_text(encoding="utf-8") == "my work"
    assert str(file) in capsys.readouterr().err
    assert main(["--examples", str(tmp_path / "no folder" / "x.yml")]) == Exit.REFUSED


async def test_no_file_is_written_when_nothing_is_doubtful(database, tmp_path, capsys) -> None:
    await talk(database, sure("q"))
    file = tmp_path / "to_sort.yml"

    assert main(["--examples", str(file)]) == Exit.SHOWN
    assert not file.exists()
    assert "None of 1 messages is doubtful" in capsys.readouterr().out
