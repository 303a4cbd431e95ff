"""The folder of a run: its checkpoint, its log and the encoder that it has made so far."""

import json
import os
import subprocess
from argparse import Namespace
from pathlib import Path

import torch

from .decoder_artefact import write_decoder
from .fold import fold
from .options import REPOSITORY, recorded
from .student import Student
from .tfjs import write_encoder

ABOUT = REPOSITORY / "training" / "encoder" / "about" / "negar-encoder.json"


class RunFolder:
    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def log(self, **entry: object) -> None:
        line = json.dumps({key: shorten(value) for key, value in entry.items()})
        print(line, flush=True)
        with (self.folder / "log.jsonl").open("a") as file:
            file.write(f"{line}\n")

    def save_checkpoint(self, options: Namespace, minutes: float, state: dict) -> None:
        """Replaces the checkpoint as a whole, so that a crash leaves the old one."""
        path = self.folder / "checkpoint.pt"
        partial = path.with_suffix(".partial")
        flags = {name: str(value) for name, value in recorded(options).items()}
        torch.save({"options": flags, "minutes": minutes, "state": state}, partial)
        os.replace(partial, path)

    def load_checkpoint(self, options: Namespace, device: torch.device) -> tuple[float, dict] | None:
        """Minutes so far and the trainer's state, or None where the run has not begun."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return None
        # The restricted reader of PyTorch 1 knows no floating-point numbers.
        is_restricted = not torch.__version__.startswith("1.")
        saved = torch.load(path, map_location=device, weights_only=is_restricted)
        for name, value in recorded(options).items():
            if saved["options"].get(name) != str(value):
                flag = f"--{name.replace('_', '-')}"
                raise SystemExit(
                    f"The run in {self.folder} was started with {flag} "
                    f"{saved['options'].get(name)}, not {value}. Give the same flags to go on with "
                    "it, or another --out to start a new run."
                )
        return saved["minutes"], saved["state"]

    def write_networks(self, student: Student, vocabulary: list[str]) -> None:
        write_encoder(self.folder / "encoder", fold(student.encoder))
        if student.decoder:
            write_decoder(student.decoder, self.folder, vocabulary)

    def write_about(self, options: Namespace, minutes: float, crops: int, device: str) -> None:
        """What `npm run export-encoder -- --about` wants to know, with every run that led here."""
        about = json.loads(ABOUT.read_text())
        manifest = Path(options.start) / "manifest.json"
        earlier = json.loads(manifest.read_text()).get("training") if manifest.exists() else None
        about["training"] = {
            **({"commit": commit} if (commit := current_commit()) else {}),
            "seed": options.seed,
            "data": f"{crops} crops of Flickr8k's training photos, COCO 2014 and ImageNet photos; "
            "teacher: the public MobileNetV2 1.0/224 checkpoint",
            "device": device,
            "minutes": round(minutes),
            "options": {**public_options(options), **({"startedFrom": earlier} if earlier else {})},
        }
        (self.folder / "about.json").write_text(json.dumps(about, indent=2) + "\n")


def public_options(options: Namespace) -> dict[str, object]:
    flags = {name: value for name, value in recorded(options).items() if value is not None}
    if options.decoder:
        flags["decoder"] = "the one shipped for the encoder before"
    return {**flags, "start": "random" if options.start == "random" else "the encoder before"}


def current_commit() -> str | None:
    """None where the project is not in git."""
    command = ["git", "-C", str(REPOSITORY), "rev-parse", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def shorten(value: object) -> object:
    return round(value, 5) if isinstance(value, float) else value
