/** What a CLIP-like model consists of, as converted ones are laid out: two graphs, and how words and pictures go into them. */
export const MODEL_FILES = [
  'config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/text_model.onnx',
  'onnx/vision_model.onnx',
] as const;
export type ModelFile = (typeof MODEL_FILES)[number];

/** Says, beside the files, where they came from. */
export const MANIFEST_FILE = 'assent-model.json';

/** `owner/name`, as hubs name models. */
export const MODEL_NAME = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/;
