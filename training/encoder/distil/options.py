"""Flags of the program."""

import argparse
import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
# Flags that may differ when a run goes on where it stopped.
CHANGEABLE = {"out", "data", "device", "threads", "stop_after", "evaluations", "dev_photos", "compile"}


def share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value


def multiple_of_32(text: str) -> int:
    value = int(text)
    if value <= 0 or value % 32:
        raise argparse.ArgumentTypeError(f"{text} is not a multiple of 32, such as 128 or 224")
    return value


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="train.py",
        description="Trains the encoder by distillation, and goes on where the run in --out stopped.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    add = parser.add_argument
    add("--out", type=Path, required=True, help="folder of the run")
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--minutes", type=float, help="length of the whole run")
    length.add_argument("--steps", type=int, help="length of the whole run; resumes exactly")
    add("--stop-after", type=float, help="minutes after which this call leaves a checkpoint and ends")
    data = os.environ.get("NEGAR_DATA") or REPOSITORY.parent / "shared" / "data"
    add("--data", type=Path, default=Path(data), help="folder of photos, captions and the teacher")
    start = str(REPOSITORY / "public" / "models" / "encoder")
    add("--start", default=start, help='"random", or the folder of an encoder in tfjs\' form')
    add("--resolution", type=multiple_of_32, default=128, help="side of the crops, pixels")
    add("--final-share", type=share, default=0.3, help="last share of the run, at 224 px")
    add("--batch", type=int, default=32, help="crops a step")
    add("--captioned", type=share, default=0.5, help="share of the crops that have captions")
    add("--whole", type=share, default=0.3, help="share of photos shown whole, as to the captioner")
    add("--learning-rate", type=float, default=2e-3, help="peak of the encoder's")
    add("--head-rate", type=float, default=2e-3, help="peak of the heads'")
    add("--weight-decay", type=float, default=0.02)
    add("--ema", type=share, default=0.999, help="decay of the average of the weights")
    add("--stagewise", type=share, default=0.2, help="first share of a random start, stage by stage")
    add("--stages", type=float, default=1.0, help="weight of the seven stages' error")
    add("--grid", type=float, default=1.0, help="weight of the grid's error")
    add("--pooled", type=float, default=1.0, help="weight of the pooled vector's error")
    add("--logits", type=float, default=0.3, help="weight of the divergence of ImageNet's classes")
    add("--words", type=float, default=0.3, help="weight of predicting the captions' words")
    add("--decoder", help="captioner's artefact that the caption decoder starts from")
    add("--caption-loss", type=float, default=0.0, help="weight of a caption decoder's loss")
    add("--caption-after", type=share, default=0.2, help="share after which that tunes the encoder")
    add("--evaluations", type=int, default=10, help="evaluations in the whole run")
    add("--dev-photos", type=int, default=500, help="dev photos of an evaluation")
    add("--train-photos", type=int, help="take only so many of each kind, for a rehearsal")
    add("--seed", type=int, default=1)
    add("--device", default="auto", help="auto, cpu or cuda")
    add("--threads", type=int, default=os.cpu_count(), help="CPU threads")
    add("--compile", action="store_true", help="compile the networks with TorchInductor")
    return parser.parse_args(arguments)


def recorded(options: argparse.Namespace) -> dict[str, object]:
    """The flags that decide what a run computes."""
    return {name: value for name, value in vars(options).items() if name not in CHANGEABLE}
