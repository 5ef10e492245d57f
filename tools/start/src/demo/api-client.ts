import { StartError } from '../cli/start.errors.js';

/** As much of monitoring's API as a start needs, signed in as the administrator. */
export class ApiClient {
  private constructor(
    private readonly baseUrl: string,
    private readonly cookie: string,
  ) {}

  /** @throws StartError `service-failed` with the answer's reason */
  static async signIn(baseUrl: string, email: string, password: string): Promise<ApiClient> {
    const response = await fetch(`${baseUrl}/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw await refusal('sign in as the administrator', response);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return new ApiClient(baseUrl, cookie);
  }

  async put(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw await refusal(`send ${path}`, response);
  }
}

async function refusal(what: string, response: Response): Promise<StartError> {
  return new StartError(
    'service-failed',
    `monitoring refused to ${what}: ${response.status} ${(await response.text()).slice(0, 500)}`,
  );
}
