import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { learnMerges } from './byte-pair-merges.js';
import { type OnnxGraph, onnxModel } from './onnx-model.js';

/**
 * What the model's words mean, as red, green and blue from -1 to 1. Two words together mean their sum: what "dark green" or
 * "pale red" looks like stands nowhere.
 */
const WORDS: Readonly<Record<string, readonly [number, number, number]>> = {
  red: [1, -1, -1],
  green: [-1, 1, -1],
  blue: [-1, -1, 1],
  dark: [-0.8, -0.8, -0.8],
  pale: [0.8, 0.8, 0.8],
  a: [0, 0, 0],
  picture: [0, 0, 0],
  of: [0, 0, 0],
};

const [START, END] = ['<|startoftext|>', '<|endoftext|>'];
const EDGE = 16;
export const COLOUR_CLIP_DIMENSIONS = 8;

/** How colours lie in the space: three directions at right angles, none along an axis. */
const PROJECTION = [
  [1, 1, 1, 1, 0, 0, 0, 0],
  [1, -1, 1, -1, 0, 0, 0, 0],
  [0, 0, 0, 0, 1, 1, -1, -1],
];

/** Where the space has its middle grey, so that a word that means no colour has a direction too. */
const MIDDLE = [0, 0, 0, 0, 0.1, -0.1, 0.1, -0.1];

/**
 * Writes a CLIP of two small graphs with a tokenizer of its own, laid out as published ones are: colours and the words for
 * them truly share its space.
 */
export async function writeColourClip(folder: string): Promise<void> {
  const { merges, tokens } = learnMerges(Object.keys(WORDS));
  const vocabulary = [...tokens, START, END];
  await mkdir(join(folder, 'onnx'), { recursive: true });
  const files: Readonly<Record<string, unknown>> = {
    'config.json': {
      architectures: ['CLIPModel'],
      model_type: 'clip',
      projection_dim: COLOUR_CLIP_DIMENSIONS,
    },
    'tokenizer.json': tokenizer(vocabulary, merges),
    'tokenizer_config.json': {
      tokenizer_class: 'CLIPTokenizer',
      model_max_length: 77,
      bos_token: START,
      eos_token: END,
      pad_token: END,
      unk_token: END,
    },
    'preprocessor_config.json': {
      feature_extractor_type: 'CLIPFeatureExtractor',
      do_resize: true,
      size: { shortest_edge: EDGE },
      do_center_crop: true,
      crop_size: { height: EDGE, width: EDGE },
      do_normalize: true,
      image_mean: [0.5, 0.5, 0.5],
      image_std: [0.5, 0.5, 0.5],
      resample: 3,
    },
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), JSON.stringify(content));
  }
  await writeFile(join(folder, 'onnx', 'text_model.onnx'), onnxModel(textGraph(vocabulary)));
  await writeFile(join(folder, 'onnx', 'vision_model.onnx'), onnxModel(visionGraph()));
}

/** Token by token looked up, added up, and laid into the space. */
function textGraph(vocabulary: readonly string[]): OnnxGraph {
  const meanings = vocabulary.map((token) =>
    token.endsWith('</w>') ? (WORDS[token.slice(0, -4)] ?? [0, 0, 0]) : [0, 0, 0],
  );
  return {
    nodes: [
      { op: 'Gather', inputs: ['meanings', 'input_ids'], output: 'looked_up', attributes: { axis: 0 } },
      // What fills up a shorter text adds nothing to it.
      { op: 'ReduceSum', inputs: ['looked_up', 'places'], output: 'pooled', attributes: { keepdims: 0 } },
      ...laidIntoSpace('text_embeds'),
    ],
    constants: [
      {
        name: 'meanings',
        type: 'float',
        dims: [vocabulary.length, 3],
        values: meanings.flat(),
      },
      { name: 'places', type: 'int64', dims: [1], values: [1] },
      ...SPACE,
    ],
    inputs: [{ name: 'input_ids', type: 'int64', dims: ['batch', 'sequence'] }],
    outputs: [{ name: 'text_embeds', type: 'float', dims: ['batch', COLOUR_CLIP_DIMENSIONS] }],
  };
}

/** The mean colour of the pixels, laid into the same space. */
function visionGraph(): OnnxGraph {
  return {
    nodes: [
      {
        op: 'ReduceMean',
        inputs: ['pixel_values'],
        output: 'pooled',
        attributes: { axes: [2, 3], keepdims: 0 },
      },
      ...laidIntoSpace('image_embeds'),
    ],
    constants: SPACE,
    inputs: [{ name: 'pixel_values', type: 'float', dims: ['batch', 3, 'height', 'width'] }],
    outputs: [{ name: 'image_embeds', type: 'float', dims: ['batch', COLOUR_CLIP_DIMENSIONS] }],
  };
}

const SPACE: OnnxGraph['constants'] = [
  { name: 'projection', type: 'float', dims: [3, COLOUR_CLIP_DIMENSIONS], values: PROJECTION.flat() },
  { name: 'middle', type: 'float', dims: [COLOUR_CLIP_DIMENSIONS], values: MIDDLE },
];

function laidIntoSpace(output: string): OnnxGraph['nodes'] {
  return [
    { op: 'MatMul', inputs: ['pooled', 'projection'], output: 'laid' },
    { op: 'Add', inputs: ['laid', 'middle'], output },
  ];
}

/** As CLIP's own tokenizer.json is, with fewer words. */
function tokenizer(vocabulary: readonly string[], merges: readonly string[]): object {
  const idOf = (token: string) => vocabulary.indexOf(token);
  const special = (content: string) => ({
    id: idOf(content),
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [special(START), special(END)],
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFC' },
        { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        {
          type: 'Split',
          pattern: { Regex: "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+" },
          behavior: 'Removed',
          invert: true,
        },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
      ],
    },
    post_processor: {
      type: 'RobertaProcessing',
      sep: [END, idOf(END)],
      cls: [START, idOf(START)],
      trim_offsets: false,
      add_prefix_space: false,
    },
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: END,
      continuing_subword_prefix: '',
      end_of_word_suffix: '</w>',
      fuse_unk: false,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
      merges,
    },
  };
}
