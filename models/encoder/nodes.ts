/** What the encoder's graph model looks like to `@tensorflow-models/mobilenet` (MobileNetV2 1.0 at 224 px). */

/** Side of the square input, pixels. */
export const INPUT_SIZE = 224;
/** Channels of the pooled vector and of each grid cell. */
export const FEATURE_SIZE = 1280;
/** Side of the feature grid, cells. */
export const GRID_SIZE = 7;
/** Cells of the feature grid. */
export const GRID_CELLS = GRID_SIZE * GRID_SIZE;

/** Pooled vector, [1, 1, 1, 1280]; the node name of the TF-Hub original. */
export const POOLED_NODE = 'module_apply_default/MobilenetV2/Logits/AvgPool';
/** Feature grid, [1, 7, 7, 1280]; the node name of the TF-Hub original. */
export const GRID_NODE = 'module_apply_default/MobilenetV2/Conv_1/Relu6';
