import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  stockEventAnswer,
  type StockEventAnswer,
  type StockEventBody,
  type StockEventDetail,
  type StockEventList,
  stockEventQuery,
  type StockEventQuery,
} from '@shelfwatch/contracts';
import { Database } from '@shelfwatch/persistence';
import { ProblemException, ZodPipe } from '@shelfwatch/platform';
import { AllowRoles } from '../auth/access.decorators.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { AnswerStockEvent } from './answer-stock-event.service.js';
import { byUrgency } from './by-urgency.js';
import { toAnswerBody } from './describe-answer.js';
import { describeStockEvents } from './describe-stock-events.js';
import { stockEventsToCsv } from './stock-events-csv.js';

/** More open events than any store has slots with gaps. */
const MOST_OPEN_EVENTS = 5_000;

@Controller('v1')
export class StockEventsController {
  constructor(
    private readonly database: Database,
    private readonly answerEvent: AnswerStockEvent,
  ) {}

  @Get('stock-events')
  async list(@Query(new ZodPipe(stockEventQuery)) query: StockEventQuery): Promise<StockEventList> {
    return { events: await this.find(query) };
  }

  @Get('stock-events.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="stock-events.csv"')
  async csv(@Query(new ZodPipe(stockEventQuery)) query: StockEventQuery): Promise<string> {
    return stockEventsToCsv(await this.find(query));
  }

  @Get('stock-events/:eventId')
  async detail(@Param('eventId') eventId: string): Promise<StockEventDetail> {
    const { unit } = this.database;
    const event = isUuid(eventId) ? await unit.stockEvents.find(eventId) : undefined;
    if (event === undefined)
      throw new ProblemException(404, 'STOCK_EVENT_UNKNOWN', `There is no stock event ${eventId}.`);
    const [[body], changes, answers] = await Promise.all([
      describeStockEvents(unit, [event], new Date()),
      unit.stockEvents.changes(eventId),
      unit.floorAnswers.ofEvents([eventId]),
    ]);
    const history = changes.map(({ change, at }) => ({ change, at: at.toISOString() }));
    return { ...body!, history, answers: answers.map(toAnswerBody) };
  }

  @Post('stock-events/:eventId/answers')
  @AllowRoles('manager')
  @HttpCode(200)
  async answer(
    @Param('eventId') eventId: string,
    @Body(new ZodPipe(stockEventAnswer)) answer: StockEventAnswer,
    @CurrentCaller() caller: Caller,
  ): Promise<StockEventDetail> {
    if (!isUuid(eventId)) throw new ProblemException(404, 'STOCK_EVENT_UNKNOWN', `There is no stock event ${eventId}.`);
    await this.answerEvent.answer(eventId, answer, caller.name);
    return this.detail(eventId);
  }

  private async find({ from, to, ...query }: StockEventQuery): Promise<StockEventBody[]> {
    const { unit } = this.database;
    const isOpen = query.status === 'open';
    // Age is part of urgency: which open events are the most urgent can be told only when all are known.
    const opened = { ...(from ? { openedFrom: new Date(from) } : {}), ...(to ? { openedBefore: new Date(to) } : {}) };
    const filter = { ...query, ...opened, ...(isOpen ? { limit: MOST_OPEN_EVENTS } : { order: 'newest' as const }) };
    const events = await describeStockEvents(unit, await unit.stockEvents.list(filter), new Date());
    return isOpen ? events.sort(byUrgency).slice(0, query.limit) : events;
  }
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
