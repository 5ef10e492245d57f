import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@shelfwatch/persistence';
import { ProblemException } from '@shelfwatch/platform';
import { MONITORING_SETTINGS, type MonitoringSettings } from '../monitoring.config.js';
import type { Caller } from './caller.js';
import { passwordMatches } from './password.js';
import { hashToken, newToken } from './secret-token.js';
import { SignInLimit } from './sign-in-limit.js';

const MAX_FAILURES = 8;
const WINDOW_MS = 5 * 60_000;

export class TooManySignIns extends ProblemException {
  constructor(readonly waitSeconds: number) {
    super(429, 'TOO_MANY_SIGN_INS', `Too many wrong passwords. Try again in ${waitSeconds} seconds.`);
  }
}

/** Opens and closes sessions of people. */
@Injectable()
export class SignIn {
  private readonly limit = new SignInLimit(MAX_FAILURES, WINDOW_MS);

  constructor(
    private readonly database: Database,
    @Inject(MONITORING_SETTINGS) private readonly settings: MonitoringSettings,
  ) {}

  /** @throws ProblemException 401 when address and password do not match, 429 after too many failures */
  async enter(email: string, password: string, address: string): Promise<{ caller: Caller; token: string }> {
    const attempt = `${address} ${email.toLowerCase()}`;
    const waitSeconds = this.limit.waitSeconds(attempt);
    if (waitSeconds > 0) throw new TooManySignIns(waitSeconds);
    const user = await this.database.unit.users.findByEmail(email);
    if (!(await passwordMatches(password, user?.passwordHash)) || user === undefined) {
      this.limit.failed(attempt);
      throw new ProblemException(401, 'WRONG_CREDENTIALS', 'E-mail address and password do not match.');
    }
    this.limit.succeeded(attempt);
    const token = newToken();
    const expiresAt = new Date(Date.now() + this.settings.MONITORING_SESSION_HOURS * 3_600_000);
    await this.database.unit.sessions.removeExpired(new Date());
    await this.database.unit.sessions.open({ tokenHash: hashToken(token), userId: user.userId, expiresAt });
    return { caller: { kind: 'user', name: user.email, displayName: user.name, role: user.role }, token };
  }

  async leave(token: string): Promise<void> {
    await this.database.unit.sessions.close(hashToken(token));
  }
}
