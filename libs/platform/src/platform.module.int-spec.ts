import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { HealthChecks } from './health/health-checks.js';
import { ProblemException } from './http/problem.js';
import { ZodPipe } from './http/zod.pipe.js';
import { PlatformModule } from './platform.module.js';

@Controller('things')
class ThingsController {
  @Get('broken')
  broken(): never {
    throw new Error('password is swordfish');
  }

  @Get('missing')
  missing(): never {
    throw new ProblemException(404, 'THING_UNKNOWN', 'There is no such thing.');
  }

  @Post()
  add(@Body(new ZodPipe(z.object({ facings: z.number().int() }))) thing: { facings: number }) {
    return thing;
  }
}

@Module({
  imports: [PlatformModule.forRoot('specimen', { LOG_LEVEL: 'silent', LOG_FORMAT: 'json' })],
  controllers: [ThingsController],
})
class SpecimenModule {}

describe('a service on the platform', () => {
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [SpecimenModule] }).compile();
    app = module.createNestApplication<NestExpressApplication>({ logger: false });
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(() => app.close());

  const get = async (path: string) => {
    const response = await fetch(url + path);
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };

  it('When a check fails, then it is not ready, says why, and stays alive', async () => {
    let broken = true;
    app.get(HealthChecks).register('database', async () => {
      if (broken) throw new Error('connection refused');
    });
    expect(await get('/health/ready')).toMatchObject({
      status: 503,
      body: expect.stringContaining('connection refused'),
    });
    expect(await get('/health/live')).toMatchObject({ status: 200 });
    broken = false;
    expect(await get('/health/ready')).toMatchObject({ status: 200, body: expect.stringContaining('"ready"') });
  });

  it('When a handler fails by surprise, then the answer is a problem that gives nothing away', async () => {
    const answer = await get('/things/broken');
    expect(answer).toMatchObject({ status: 500, type: expect.stringContaining('application/problem+json') });
    expect(answer.body).not.toContain('swordfish');
  });

  it('When a handler says what is wrong, then code and detail come out', async () => {
    const { body } = await get('/things/missing');
    expect(JSON.parse(body)).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'THING_UNKNOWN',
      detail: 'There is no such thing.',
      instance: '/things/missing',
    });
  });

  it('When a body is wrong, then every wrong field is named', async () => {
    const response = await fetch(`${url}/things`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ facings: 1.5 }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'facings' }] });
  });

  it('When a path is unknown, then that too is a problem', async () => {
    expect(await get('/nowhere')).toMatchObject({
      status: 404,
      type: expect.stringContaining('application/problem+json'),
    });
  });

  it('When requests were answered, then metrics count them by route', async () => {
    await get('/things/missing');
    const { body } = await get('/metrics');
    expect(body).toMatch(/http_request_duration_seconds_count\{[^}]*route="\/things\/missing",status="404"/);
    expect(body).toContain('service="specimen"');
  });
});
