/** How a request shows who sends it. */
export interface Credentials {
  /** Session token, as the cookie carries it. */
  readonly session?: string | undefined;
  readonly apiKey?: string | undefined;
}

export interface ApiError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly nextStep?: string;
    readonly field?: string;
    readonly requestId?: string;
    readonly trouble?: string;
  };
}

export interface ApiAnswer {
  readonly status: number;
  /** The whole body. */
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly ApiError[];
  /** Session token that the response sets: `''` when it clears the cookie, undefined when it does neither. */
  readonly session: string | undefined;
}

/** One GraphQL request as a browser on a page of the registry, or a program, sends it. */
export async function askApi(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  { session, apiKey }: Credentials = {},
): Promise<ApiAnswer> {
  return readAnswer(
    await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(session === undefined
          ? {}
          : { cookie: `assent_session=${session}`, origin: new URL(url).origin }),
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ query, variables }),
    }),
  );
}

export async function readAnswer(response: Response): Promise<ApiAnswer> {
  const text = await response.text();
  const body = parse(text);
  const header = response.headers.getSetCookie().find((cookie) => cookie.startsWith('assent_session='));
  return {
    status: response.status,
    text,
    data: body.data,
    errors: body.errors ?? [],
    session: header?.split(';', 1)[0]?.slice('assent_session='.length),
  };
}

function parse(text: string): { data?: ApiAnswer['data']; errors?: readonly ApiError[] } {
  try {
    return JSON.parse(text) as ReturnType<typeof parse>;
  } catch {
    return {};
  }
}
