import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { type Me, signInRequest, type SignInRequest } from '@shelfwatch/contracts';
import { ZodPipe } from '@shelfwatch/platform';
import type { Response } from 'express';
import { MONITORING_SETTINGS, type MonitoringSettings } from '../monitoring.config.js';
import { Public } from './access.decorators.js';
import { type AuthenticatedRequest, type Caller, CurrentCaller } from './caller.js';
import { setSessionCookie } from './session-cookie.js';
import { SignIn, TooManySignIns } from './sign-in.service.js';

const toMe = ({ name: email, displayName: name, role }: Caller): Me => ({ email, name, role });

@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    @Inject(MONITORING_SETTINGS) private readonly settings: MonitoringSettings,
  ) {}

  @Public()
  @Post('sign-in')
  @HttpCode(200)
  async enter(
    @Body(new ZodPipe(signInRequest)) { email, password }: SignInRequest,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { caller, token } = await this.signIn.enter(email, password, request.ip ?? '').catch((error: unknown) => {
      if (error instanceof TooManySignIns) response.set('retry-after', String(error.waitSeconds));
      throw error;
    });
    setSessionCookie(request, response, token, this.settings.MONITORING_SESSION_HOURS * 3_600);
    return toMe(caller);
  }

  @Post('sign-out')
  @HttpCode(204)
  async leave(@Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response): Promise<void> {
    if (request.sessionToken !== undefined) await this.signIn.leave(request.sessionToken);
    setSessionCookie(request, response, '', 0);
  }

  @Get('me')
  me(@CurrentCaller() caller: Caller): Me {
    return toMe(caller);
  }
}
