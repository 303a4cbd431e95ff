"""Weights in tfjs' form: reads layers models and graph models, writes layers models."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .mobilenet import Convolution, MobileNetV2, Teacher
from .topology import topology


def read_weights(folder: Path) -> dict[str, np.ndarray]:
    """Weights of `model.json` by name, float32; stored as float32, or as float16 or int32."""
    return read_groups(folder, json.loads((folder / "model.json").read_text())["weightsManifest"])


def read_groups(folder: Path, groups: list[dict]) -> dict[str, np.ndarray]:
    """Weights of a weights manifest, whose files lie in `folder`."""
    weights = {}
    for group in groups:
        data = b"".join((folder / path).read_bytes() for path in group["paths"])
        offset = 0
        for spec in group["weights"]:
            dtype = np.dtype(spec.get("quantization", spec)["dtype"]).newbyteorder("<")
            count = int(np.prod(spec["shape"]))
            values = np.frombuffer(data, dtype, count, offset).reshape(spec["shape"])
            weights[spec["name"]] = values.astype(np.float32)
            offset += count * dtype.itemsize
    return weights


def read_encoder(folder: Path) -> MobileNetV2:
    """A network without batch norm, from a layers model or from an encoder artefact."""
    network = MobileNetV2(batch_norm=False)
    fill(network, read_weights(folder))
    return network.eval()


def read_teacher(folder: Path) -> Teacher:
    """The public checkpoint, from its layers model."""
    teacher = Teacher()
    weights = read_weights(folder)
    fill(teacher.encoder, weights)
    teacher.logits.weight.copy_(torch.from_numpy(weights["logits/kernel"].T))
    teacher.logits.bias.copy_(torch.from_numpy(weights["logits/bias"]))
    return teacher


@torch.no_grad()
def fill(network: MobileNetV2, weights: dict[str, np.ndarray]) -> None:
    for name, unit in network.convolutions():
        kernel = torch.from_numpy(weights[f"{name}/{kernel_name(unit)}"])
        order = (2, 3, 0, 1) if unit.is_depthwise else (3, 2, 0, 1)
        unit.conv.weight.copy_(kernel.permute(order))
        unit.conv.bias.copy_(torch.from_numpy(weights[f"{name}/bias"]))


def write_encoder(folder: Path, network: MobileNetV2) -> None:
    """Writes `model.json` and float32 `weights.bin` of a network without batch norm."""
    folder.mkdir(parents=True, exist_ok=True)
    specs, data = [], b""
    for name, unit in network.convolutions():
        order = (2, 3, 0, 1) if unit.is_depthwise else (2, 3, 1, 0)
        kernel = unit.conv.weight.permute(order)
        for part, values in ((kernel_name(unit), kernel), ("bias", unit.conv.bias)):
            array = values.detach().cpu().numpy().astype("<f4")
            specs.append(
                {"name": f"{name}/{part}", "shape": list(array.shape), "dtype": "float32"}
            )
            data += array.tobytes()
    model = {
        "format": "layers-model",
        "generatedBy": "Negar encoder distillation",
        "modelTopology": topology(network),
        "weightsManifest": [{"paths": ["weights.bin"], "weights": specs}],
    }
    (folder / "weights.bin").write_bytes(data)
    (folder / "model.json").write_text(json.dumps(model))


def kernel_name(unit: Convolution) -> str:
    return "depthwise_kernel" if unit.is_depthwise else "kernel"


def features_of(network: MobileNetV2, pixels: np.ndarray) -> tuple[Tensor, Tensor]:
    """Pooled vectors [n, 1280] and grids [n, 7, 7, 1280] of pixels [n, 224, 224, 3] in [0, 255]."""
    photos = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 127.5 - 1
    with torch.no_grad():
        features = network(photos)
    return features.pooled, features.grid.permute(0, 2, 3, 1)
