/**
 * The leaf of a signal seen on a site: what was found where, in whose vocabulary, and what it says in the registry's own
 * uses. Nobody's statement; decision rules v1 do not hear it.
 */
import { PREFERENCES, type Preference } from '../consent/preference.js';
import { PLACE_KINDS } from '../consent/subject.js';
import { USES, type Use } from '../consent/use.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { VOCABULARIES, VOCABULARY_VERSIONS, type Vocabulary } from '../signals/vocabulary.js';
import { SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';
import { type PlaceInLeaf, readPlaceSubject } from './leaf-subject.js';

/** `file-metadata`: XMP, a manifest of content credentials, or the metadata of a document, inside the file itself. */
export const SIGNAL_SOURCES = [
  'robots-txt',
  'ai-txt',
  'tdmrep-json',
  'rsl-xml',
  'http-header',
  'html-meta',
  'file-metadata',
] as const;

export type SignalSource = (typeof SIGNAL_SOURCES)[number];

export interface SignalPreference {
  readonly use: Use;
  readonly preference: Preference;
}

export interface SignalLeaf extends LeafHeader<'signal'>, PlaceInLeaf {
  readonly source: SignalSource;
  readonly vocabulary: Vocabulary;
  readonly vocabularyVersion: string;
  /** One for each use that the signal speaks about, sorted by use; empty when it says nothing, or is gone. */
  readonly preferences: readonly SignalPreference[];
  /** SHA-256 of the bytes that were read: a file, the value of a field, an element. Absent when nothing was there. */
  readonly body?: string;
  /** Not later than `time`. */
  readonly seenAt: string;
}

export type SignalDraft = Omit<SignalLeaf, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildSignalLeaf(draft: SignalDraft): SignalLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'signal' }, '', readSignalLeaf);
}

/** Reads the members of a signal leaf. Throws `FieldError`. */
export function readSignalLeaf(fields: FieldReader): SignalLeaf {
  const vocabulary = fields.choice('vocabulary', VOCABULARIES);
  const leaf = {
    ...readLeafHeader(fields, ['signal']),
    ...readPlaceSubject(fields, PLACE_KINDS),
    source: fields.choice('source', SIGNAL_SOURCES),
    vocabulary,
    vocabularyVersion: readVersion(fields, vocabulary),
    preferences: fields.objects('preferences', readPreference, ({ use }) => use),
    ...(fields.has('body') ? { body: fields.text('body', SHA256_HEX) } : {}),
    seenAt: fields.instant('seenAt'),
  };
  if (leaf.body === undefined && leaf.preferences.length > 0) {
    const message = 'What was read must be named by its digest: add it, or leave the preferences empty.';
    throw new FieldError('missing-field', fields.at('body'), message);
  }
  if (leaf.seenAt > leaf.time) {
    const message = 'A signal cannot be seen after it was logged.';
    throw new FieldError('wrong-value', fields.at('seenAt'), message);
  }
  return leaf;
}

function readVersion(fields: FieldReader, vocabulary: Vocabulary): string {
  const version = fields.text('vocabularyVersion', { maximum: 16 });
  const known: readonly string[] = VOCABULARY_VERSIONS[vocabulary];
  if (!known.includes(version)) {
    const message = `That version of ${vocabulary} is not known here; known are: ${known.join(', ')}.`;
    throw new FieldError('unsupported-version', fields.at('vocabularyVersion'), message);
  }
  return version;
}

function readPreference(fields: FieldReader): SignalPreference {
  return { use: fields.choice('use', USES), preference: fields.choice('preference', PREFERENCES) };
}
