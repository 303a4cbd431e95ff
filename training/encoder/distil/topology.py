"""The network as tfjs describes it."""

from .mobilenet import MobileNetV2


def topology(network: MobileNetV2) -> dict:
    """The network as a Keras functional model; its outputs are the grid and the pooled vector."""
    layers = []

    def add(class_name: str, name: str, inputs: list[str], **config) -> str:
        nodes = [[[source, 0, 0, {}] for source in inputs]] if inputs else []
        config["name"] = name
        layers.append(
            {"name": name, "class_name": class_name, "config": config, "inbound_nodes": nodes}
        )
        return name

    x = add("InputLayer", "input", [], batch_input_shape=[None, 224, 224, 3], dtype="float32")
    shortcut = ""
    residual = {block.project for block in network.modules() if getattr(block, "residual", False)}
    for name, unit in network.convolutions():
        if name.endswith("_expand"):
            shortcut = x
        x = add(
            "DepthwiseConv2D" if unit.is_depthwise else "Conv2D",
            name,
            [x],
            kernel_size=list(unit.conv.kernel_size),
            strides=list(unit.conv.stride),
            padding="same",
            activation="linear",
            use_bias=True,
            **({"depth_multiplier": 1} if unit.is_depthwise else {"filters": unit.conv.out_channels}),
        )
        if unit.relu:
            x = add("ReLU", f"{name}_relu6", [x], max_value=6)
        elif unit in residual:
            x = add("Add", f"{name.removesuffix('_project')}_add", [shortcut, x])
    x = add("GlobalAveragePooling2D", "global_pool", [x])
    config = {
        "name": "mobilenet_v2_100_224",
        "layers": layers,
        "input_layers": [["input", 0, 0]],
        "output_layers": [["Conv_1_relu6", 0, 0], ["global_pool", 0, 0]],
    }
    return {
        "class_name": "Model",
        "config": config,
        "keras_version": "tfjs-layers 4.22.0",
        "backend": "tensor_flow.js",
    }
