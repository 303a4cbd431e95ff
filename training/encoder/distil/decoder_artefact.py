"""A caption decoder in the project's own form; models/captioner/decoder.ts names its weights."""

import json
from pathlib import Path

import torch
from torch import Tensor, nn

from .decoder import HIDDEN, SPECIAL, SPECIAL_WORDS, CaptionDecoder
from .tfjs import read_groups


@torch.no_grad()
def read_decoder(decoder: CaptionDecoder, folder: Path, words: list[str]) -> None:
    """Fills `decoder`; the artefact must be an LSTM with attention and tied embeddings of its sizes."""
    if json.loads((folder / "vocabulary.json").read_text())[SPECIAL:] != words:
        raise SystemExit(f"The decoder in {folder} has another vocabulary than the training captions.")
    groups = json.loads((folder / "weights.json").read_text())
    weights = {name: torch.from_numpy(x) for name, x in read_groups(folder, groups).items()}
    for name, place in places(decoder).items():
        place.copy_(weights[name])
    decoder.lstm.bias_hh_l0.zero_()


@torch.no_grad()
def write_decoder(decoder: CaptionDecoder, folder: Path, words: list[str]) -> None:
    """Writes what `npm run train -- --start` reads of a run: its vocabulary and its best weights."""
    weights = places(decoder)
    weights["cell/bias"] = decoder.lstm.bias_ih_l0 + decoder.lstm.bias_hh_l0
    data = b"".join(x.cpu().numpy().astype("<f4").tobytes() for x in weights.values())
    (folder / "best.bin").write_bytes(data)
    (folder / "vocabulary.json").write_text(json.dumps([*SPECIAL_WORDS, *words]))


def places(decoder: CaptionDecoder) -> dict[str, Tensor]:
    """Where each weight lies in `decoder`, in the order of `decoderWeightSpecs`."""

    def dense(name: str, layer: nn.Linear, part: slice = slice(None)) -> dict[str, Tensor]:
        return {f"{name}/kernel": layer.weight[part].T, f"{name}/bias": layer.bias[part]}

    return {
        "embedding": decoder.embedding.weight,
        "cell/kernel": decoder.lstm.weight_ih_l0.T,
        "cell/recurrent": decoder.lstm.weight_hh_l0.T,
        "cell/bias": decoder.lstm.bias_ih_l0,
        **dense("seed_0", decoder.seeds, slice(HIDDEN)),
        **dense("seed_1", decoder.seeds, slice(HIDDEN, None)),
        **dense("keys", decoder.keys),
        **dense("values", decoder.values),
        **dense("query", decoder.query),
        **dense("readout", decoder.readout),
        "output/bias": decoder.bias,
    }
