/** How a well-known release lays out its columns. */
export interface Layout {
  readonly name: string;
  /** Columns, in lower case, that together tell it from the others. */
  readonly told: readonly string[];
  /** Columns that mean something only here, by the field of an entry that they fill. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** The first that fits is taken, so the more particular ones come first. */
const LAYOUTS: readonly Layout[] = [
  { name: 'COYO-700M', told: ['url', 'text', 'image_phash', 'num_tokens_bert'] },
  { name: 'DataComp', told: ['uid', 'url', 'text', 'clip_b32_similarity_score'] },
  {
    name: 'PD12M',
    told: ['url', 'caption', 'hash', 'mime_type', 'license', 'source'],
    // Everywhere else a hash is of the address and the caption; here it is the MD5 of the picture's bytes.
    fields: { md5: 'hash' },
  },
  { name: 'img2dataset', told: ['url', 'key', 'status', 'error_message'] },
  { name: 'LAION-COCO', told: ['url', 'text', 'top_caption', 'all_captions'] },
  { name: 'LAION aesthetics v2', told: ['url', 'text', 'aesthetic_score', 'hash'] },
  { name: 'LAION aesthetics v1', told: ['url', 'text', 'aesthetic', 'hash'] },
  { name: 'LAION-5B, joined', told: ['url', 'text', 'punsafe', 'pwatermark', 'hash'] },
  { name: 'Re-LAION', told: ['url', 'caption', 'similarity', 'punsafe', 'pwatermark'] },
  { name: 'LAION-400M or LAION-5B', told: ['sample_id', 'url', 'text', 'nsfw', 'similarity'] },
];

export function layoutOf(columns: readonly string[]): Layout | undefined {
  const present = new Set(columns.map((name) => name.toLowerCase()));
  return LAYOUTS.find(({ told }) => told.every((name) => present.has(name)));
}
