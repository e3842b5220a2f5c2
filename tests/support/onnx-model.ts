/** Writes ONNX models: the few messages of onnx.proto3 (opset 13) that a graph of some nodes needs, in protobuf's wire format. */

/** Numbers with their shape. */
export interface OnnxTensor {
  readonly name: string;
  readonly type: 'float' | 'int64';
  readonly dims: readonly number[];
  readonly values: readonly number[];
}

export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Integers, or lists of them. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** What goes in or comes out; a dimension with a name may be of any length. */
export interface OnnxValue {
  readonly name: string;
  readonly type: 'float' | 'int64';
  readonly dims: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

const IR_VERSION = 7;
const OPSET = 13;
const ELEMENT = { float: 1, int64: 7 } as const;
const ATTRIBUTE = { int: 2, ints: 7 } as const;

/** Bytes of a ModelProto. */
export function onnxModel(graph: OnnxGraph): Buffer {
  return Buffer.concat([
    integer(1, IR_VERSION),
    text(2, 'assent-tests'),
    message(7, [
      ...graph.nodes.map((node) => message(1, nodeFields(node))),
      text(2, 'graph'),
      ...graph.constants.map((constant) => message(5, tensorFields(constant))),
      ...graph.inputs.map((value) => message(11, valueFields(value))),
      ...graph.outputs.map((value) => message(12, valueFields(value))),
    ]),
    message(8, [text(1, ''), integer(2, OPSET)]),
  ]);
}

function nodeFields({ op, inputs, output, attributes = {} }: OnnxNode): Buffer[] {
  return [
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) =>
      message(
        5,
        typeof value === 'number'
          ? [text(1, name), integer(3, value), integer(20, ATTRIBUTE.int)]
          : [text(1, name), ...value.map((one) => integer(8, one)), integer(20, ATTRIBUTE.ints)],
      ),
    ),
  ];
}

function tensorFields({ name, type, dims, values }: OnnxTensor): Buffer[] {
  const raw = type === 'float' ? Float32Array.from(values) : BigInt64Array.from(values, BigInt);
  return [
    ...dims.map((dim) => integer(1, dim)),
    integer(2, ELEMENT[type]),
    text(8, name),
    delimited(9, Buffer.from(raw.buffer)),
  ];
}

function valueFields({ name, type, dims }: OnnxValue): Buffer[] {
  const shape = dims.map((dim) => message(1, [typeof dim === 'number' ? integer(1, dim) : text(2, dim)]));
  return [text(1, name), message(2, [message(1, [integer(1, ELEMENT[type]), message(2, shape)])])];
}

/** Protobuf's wire types: 0 for a number of varying length, 2 for bytes after their count. */
function integer(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function delimited(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
}

function text(field: number, value: string): Buffer {
  return delimited(field, Buffer.from(value, 'utf8'));
}

function message(field: number, fields: readonly Buffer[]): Buffer {
  return delimited(field, Buffer.concat(fields));
}

/** Seven bits a byte, the lowest first. A negative number is written as 64 bits, as protobuf's int64 is. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return Buffer.from([...bytes, Number(rest)]);
}
