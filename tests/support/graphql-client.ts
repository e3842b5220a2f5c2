/** A client of the API with a cookie jar, as a browser has one. */
export class GraphqlClient {
  #cookie: string | undefined;

  constructor(
    private readonly serverUrl: string,
    private readonly extraHeaders: Readonly<Record<string, string>> = {},
  ) {}

  /** The answer's data. Throws with the errors when there are any, or when the server goes away. */
  async ask<Data>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Data> {
    const response = await fetch(`${this.serverUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#cookie === undefined ? {} : { cookie: this.#cookie, origin: this.serverUrl }),
        ...this.extraHeaders,
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.#cookie = set.split(';', 1)[0];
    const answer = (await response.json()) as { data?: Data; errors?: unknown };
    if (answer.errors !== undefined || !answer.data) throw new Error(JSON.stringify(answer));
    return answer.data;
  }

  /** The same person at another address of the same registry, say after a restart. */
  at(serverUrl: string): GraphqlClient {
    const client = new GraphqlClient(serverUrl, this.extraHeaders);
    client.#cookie = this.#cookie;
    return client;
  }

  async register(email: string, password = 'correct horse battery staple'): Promise<void> {
    const { register } = await this.ask<{ register: { __typename: string } }>(
      `mutation Register($input: RegisterInput!) { register(input: $input) { __typename } }`,
      { input: { email, password } },
    );
    if (register.__typename !== 'RegisterPayload') throw new Error(`Not registered: ${register.__typename}`);
  }
}
