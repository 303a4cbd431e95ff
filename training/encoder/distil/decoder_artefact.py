"""Reads the weights of a shipped caption decoder; models/captioner/decoder.ts names them."""

import json
from pathlib import Path

import torch
from torch import Tensor

from .decoder import SPECIAL, CaptionDecoder
from .tfjs import read_groups


@torch.no_grad()
def read_decoder(decoder: CaptionDecoder, folder: Path, words: list[str]) -> None:
    """Fills `decoder`; the artefact must be an LSTM with attention and tied embeddings of its sizes."""
    if json.loads((folder / "vocabulary.json").read_text())[SPECIAL:] != words:
        raise SystemExit(f"The decoder in {folder} has another vocabulary than the training captions.")
    groups = json.loads((folder / "weights.json").read_text())
    weights = {name: torch.from_numpy(x) for name, x in read_groups(folder, groups).items()}

    def dense(name: str) -> tuple[Tensor, Tensor]:
        return weights[f"{name}/kernel"].T, weights[f"{name}/bias"]

    decoder.embedding.weight.copy_(weights["embedding"])
    decoder.bias.copy_(weights["output/bias"])
    decoder.lstm.weight_ih_l0.copy_(weights["cell/kernel"].T)
    decoder.lstm.weight_hh_l0.copy_(weights["cell/recurrent"].T)
    decoder.lstm.bias_ih_l0.copy_(weights["cell/bias"])
    decoder.lstm.bias_hh_l0.zero_()
    for name in ("keys", "values", "query", "readout"):
        layer = getattr(decoder, name)
        kernel, bias = dense(name)
        layer.weight.copy_(kernel)
        layer.bias.copy_(bias)
    seeds = [dense(f"seed_{i}") for i in range(2)]
    decoder.seeds.weight.copy_(torch.cat([kernel for kernel, _ in seeds]))
    decoder.seeds.bias.copy_(torch.cat([bias for _, bias in seeds]))
