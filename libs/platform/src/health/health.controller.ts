import { Controller, Get, Res } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { HealthChecks, type HealthReport } from './health-checks.js';

/** The slice of Express's response that is used here. */
type StatusResponse = ServerResponse & { status(code: number): unknown };

/** Probes for supervisors: `live` = the process answers; `ready` = everything that it needs works. */
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: StatusResponse): Promise<HealthReport> {
    const report = await this.checks.report();
    response.status(report.status === 'ready' ? 200 : 503);
    return report;
  }
}
