import type { EnumValue } from '../../client/graphql.js';

const SHAPES: Readonly<Record<EnumValue<'Medium'>, React.ReactNode>> = {
  IMAGE: (
    <>
      <path d="M4 4h40v32H4z" />
      <path d="m10 30 9-11 7 8 4-5 8 8" />
      <circle cx="32" cy="13" r="3" />
    </>
  ),
  TEXT: <path d="M8 8h32M8 16h32M8 24h32M8 32h20" />,
  AUDIO: <path d="M8 16v8M16 10v20M24 4v32M32 12v16M40 17v6" />,
};

/** What kind of work it is, where no picture of it is held: its own file is not kept. */
export function MediumMark({ medium }: { medium: EnumValue<'Medium'> }) {
  return (
    <svg className="medium-mark" viewBox="0 0 48 40" aria-hidden="true" fill="none" stroke="currentColor">
      {SHAPES[medium]}
    </svg>
  );
}
