import type {
  CalibrationAnswer,
  CameraCalibration,
  PlanogramReport,
  PlanogramVersionDetail,
  PlanogramVersionList,
} from '@shelfwatch/contracts';
import { createLogger } from '@shelfwatch/platform';
import { cornerShop } from '../testing/corner-shop.js';
import { drinksPsa, psaFile } from '../testing/psa-file.js';
import { ADMIN, type RunningMonitoring, startMonitoring } from '../testing/running-monitoring.js';
import { writeOutOfStock } from '../testing/sample-facts.js';
import { ApplyDuePlanograms } from './apply-due-planograms.service.js';
import { readPlanogramFile } from './files/read-planogram-file.js';

const TEA = '08904000210037';
const JAM = '07300011000017';
const HEADER = 'fixture_id,shelf,position,gtin,facings,capacity';
/** The shop as its definition has it: tea with two facings, then jam. */
const csv = (...rows: string[]): string => [HEADER, ...rows].join('\n');
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

describe('planograms', () => {
  let monitoring: RunningMonitoring;
  const url = '/v1/stores/corner/planograms';
  const send = (file: string | Buffer, query = ''): Promise<Response> =>
    monitoring.request(`${url}?${query}`, { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } });
  const imported = async (file: string | Buffer, query = ''): Promise<PlanogramReport> => {
    const response = await send(file, query);
    expect([response.status, response.status === 200 ? '' : await response.clone().text()]).toEqual([200, '']);
    return (await response.json()) as PlanogramReport;
  };
  const get = async <T>(path: string): Promise<T> => (await (await monitoring.request(path)).json()) as T;
  const slotRows = async (): Promise<(string | number)[][]> =>
    (await monitoring.database.unit.shops.slots('corner')).map(({ slotId, fixtureId, shelf, position, gtin }) => [
      ...[slotId, fixtureId, shelf, position, gtin],
    ]);

  beforeEach(async () => {
    monitoring = await startMonitoring();
    await monitoring.signIn(ADMIN.email, ADMIN.password);
    const put = await monitoring.request('/v1/shops/corner', { method: 'PUT', json: cornerShop() });
    expect(put.status).toBe(200);
  }, 60_000);
  afterEach(() => monitoring.stop());

  it('When slots change places, then they keep their ids and their open events', async () => {
    const { eventId } = await writeOutOfStock(monitoring.database);
    const report = await imported(csv(`bay-1,1,1,${JAM},1,6`, `bay-1,1,2,${TEA},2,12`));
    expect(report).toMatchObject({ state: 'applied', closedEvents: 0, newProducts: [] });
    expect(report.difference.changed.map(({ slotId, kinds }) => [slotId, kinds])).toEqual([
      ['corner-2', ['moved']],
      ['corner-1', ['moved']],
    ]);
    expect(await slotRows()).toEqual([
      ['corner-2', 'bay-1', 1, 1, JAM],
      ['corner-1', 'bay-1', 1, 2, TEA],
    ]);
    expect((await monitoring.database.unit.stockEvents.find(eventId))?.status).toBe('open');
    expect(report.views).toEqual([{ cameraId: 'corner-cam', recomputed: false, slotIds: ['corner-1'] }]);
  });

  it('When a slot is dropped or gets another product, then its open events end and the stream is told', async () => {
    const { eventId } = await writeOutOfStock(monitoring.database);
    const report = await imported(csv(`bay-1,1,2,${JAM},1,6`));
    expect(report).toMatchObject({ closedEvents: 1 });
    expect(report.difference.removed.map(({ slotId }) => slotId)).toEqual(['corner-1']);
    const event = await monitoring.database.unit.stockEvents.find(eventId);
    expect([event?.status, event?.closedAt instanceof Date]).toEqual(['closed', true]);
    const changes = await monitoring.database.unit.stockEvents.changes(eventId);
    expect(changes.at(-1)?.change).toBe('closed');
    const retired = await monitoring.database.unit.shops.slotsById(['corner-1']);
    expect(retired[0]?.retiredAt).toBeInstanceOf(Date);
  });

  it('When a dry run finds errors, then they are reported by line, and nothing is stored', async () => {
    const broken = csv(`bay-1,1,1,${TEA},2,12`, 'bay-1,1,2,7300011000018,1,6');
    const report = await imported(broken, 'dryRun=true');
    expect(report).toMatchObject({ state: 'refused', versionId: null });
    expect(report.problems).toContainEqual(expect.objectContaining({ line: 3, field: 'gtin' }));
    const refused = await send(broken);
    expect(refused.status).toBe(422);
    const problem = (await refused.json()) as { code: string; errors: { path: string; message: string }[] };
    expect(problem.code).toBe('PLANOGRAM_WRONG');
    expect(problem.errors[0]).toEqual({
      path: 'line 3, row, gtin',
      message: expect.stringContaining('check digit') as string,
    });
    expect(await imported(csv(`bay-1,1,1,${TEA},3,12`), 'dryRun=true')).toMatchObject({
      state: 'checked',
      versionId: null,
    });
    expect((await get<PlanogramVersionList>(url)).versions).toEqual([]);
    expect(await slotRows()).toHaveLength(2);
  });

  it('When a planogram is for later, then it waits, builds on what comes before it, and is applied once', async () => {
    const first = await imported(csv(`bay-1,1,1,${TEA},2,12`, `bay-1,2,1,${JAM},1,6`), `effectiveFrom=${inAnHour()}`);
    const later = new Date(Date.now() + 7_200_000).toISOString();
    const second = await imported(csv(`bay-1,1,1,${TEA},3,18`, `bay-1,3,1,${JAM},1,6`), `effectiveFrom=${later}`);
    expect([first.state, second.state]).toEqual(['scheduled', 'scheduled']);
    expect(second.difference.changed.map(({ before, kinds }) => [before.shelf, kinds])).toEqual([
      [1, ['resized']],
      [2, ['moved']],
    ]);
    expect((await slotRows()).map((row) => row[2])).toEqual([1, 1]);

    const due = new ApplyDuePlanograms(
      monitoring.database,
      createLogger({ name: 'spec', level: 'silent', format: 'json' }),
    );
    expect(await due.apply(new Date())).toEqual([]);
    const day = new Date(Date.now() + 4_000_000);
    const turns = await Promise.all([due.apply(day), due.apply(day), due.apply(day)]);
    expect(turns.flat()).toEqual([first.versionId]);
    expect(await slotRows()).toEqual([
      ['corner-1', 'bay-1', 1, 1, TEA],
      ['corner-2', 'bay-1', 2, 1, JAM],
    ]);
    const { versions } = await get<PlanogramVersionList>(url);
    expect(versions.map(({ state, counts }) => [state, counts.moved])).toEqual([
      ['scheduled', 1],
      ['applied', 1],
    ]);
    expect((await monitoring.request(`${url}/${second.versionId}`, { method: 'DELETE' })).status).toBe(204);
    expect((await monitoring.request(`${url}/${first.versionId}`, { method: 'DELETE' })).status).toBe(409);
    expect(await due.apply(new Date(Date.now() + 9_000_000))).toEqual([]);
  });

  it('When an older planogram comes after a newer one, then it is refused', async () => {
    await imported(csv(`bay-1,1,1,${TEA},2,12`));
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    const response = await send(csv(`bay-1,1,1,${JAM},2,12`), `effectiveFrom=${yesterday}`);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      409,
      'PLANOGRAM_SUPERSEDED',
    ]);
  });

  it('When a .psa file brings fixtures, then they are added, others stay, and what is exported leads back', async () => {
    const report = await imported(psaFile(drinksPsa()), 'fixtureIds=bay-2,bay-3');
    expect(report).toMatchObject({ format: 'psa', state: 'applied', fixtureIds: ['bay-2', 'bay-3'] });
    expect(report.difference.added).toHaveLength(4);
    expect(await slotRows()).toHaveLength(6);
    const shown = await get<PlanogramVersionDetail>(`${url}/${report.versionId}`);
    expect(shown.difference).toEqual(report.difference);
    expect(shown.counts).toMatchObject({ added: 4, removed: 0 });

    for (const format of ['json', 'csv']) {
      const exported = await monitoring.request(`${url}/${report.versionId}/export?format=${format}`);
      const again = await imported(Buffer.from(await exported.arrayBuffer()), 'dryRun=true');
      expect(again.format).toBe(format);
      expect(again.difference).toMatchObject({ added: [], removed: [], changed: [] });
      const now = await monitoring.request(`/v1/stores/corner/planogram/export?format=${format}`);
      const file = readPlanogramFile(Buffer.from(await now.arrayBuffer()), { storeId: 'corner' });
      expect(file.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(file.planogram!.positions).toHaveLength(6);
    }
  });

  it('When a product is not known, then what is missing is named, and with defaults it is made', async () => {
    const unknown = [`${HEADER},product_name`, 'bay-1,1,1,96385074,2,12,Oil'].join('\n');
    const report = await imported(unknown, 'dryRun=true');
    expect(report.problems.map(({ field }) => field)).toEqual(['category', 'priceCents', 'casePack', 'supplierId']);
    const defaults = 'category=Oils&priceCents=499&casePack=6&supplierId=';
    expect((await send(unknown, `${defaults}nobody`)).status).toBe(422);
    expect((await imported(unknown, `${defaults}wholesale`)).newProducts).toEqual(['00000096385074']);
    const [made] = await monitoring.database.unit.shops.products(['00000096385074']);
    expect(made).toMatchObject({
      name: 'Oil',
      category: 'Oils',
      priceCents: 499,
      casePack: 6,
      supplierId: 'wholesale',
    });
  });

  it('When a slot of another store is named, a store is not there, or there is no file, then that is said', async () => {
    const other = cornerShop();
    other.store = { storeId: 'other', name: 'Other' };
    other.slots = [{ ...other.slots[0]!, slotId: 'other-1' }];
    other.cameras = [];
    await monitoring.request('/v1/shops/other', { method: 'PUT', json: other });
    const named = [`${HEADER},slot_id`, `bay-1,1,1,${TEA},2,12,other-1`].join('\n');
    expect((await send(named)).status).toBe(409);
    const path = '/v1/stores/nowhere/planograms';
    expect((await monitoring.request(path, { method: 'POST', body: csv(`bay-1,1,1,${TEA},2,12`) })).status).toBe(404);
    expect((await monitoring.request(path)).status).toBe(404);
    expect((await send('')).status).toBe(400);
    const asJson = { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } };
    expect((await monitoring.request(url, asJson)).status).toBe(422);
  });

  describe('calibration', () => {
    const corners = (left: number, right: number) => [
      { picture: { x: left, y: 0.1 } },
      { picture: { x: right, y: 0.2 } },
      { picture: { x: right, y: 0.8 } },
      { picture: { x: left, y: 0.9 } },
    ];
    const calibrate = (fixtures: unknown[], query = ''): Promise<Response> =>
      monitoring.request(`/v1/cameras/corner-cam/calibration?${query}`, { method: 'POST', json: { fixtures } });
    const viewNow = () => monitoring.database.unit.cameras.view('corner-cam');

    it('When four points are set, then all facings are found; a preview stores nothing, and the view follows the planogram from then on', async () => {
      const bay = { fixtureId: 'bay-1', points: corners(0.1, 0.9) };
      const preview = (await (await calibrate([bay], 'dryRun=true')).json()) as CalibrationAnswer;
      expect(preview).toMatchObject({ version: null, width: 1280, height: 720, outside: [] });
      expect(preview.estimated).toEqual(['corner-1', 'corner-2']);
      expect(preview.regions.map(({ slotId, facing }) => [slotId, facing])).toEqual([
        ['corner-1', 0],
        ['corner-1', 1],
        ['corner-2', 0],
      ]);
      expect((await viewNow())?.version).toBe(1);

      const stored = (await (await calibrate([bay])).json()) as CalibrationAnswer;
      expect(stored).toEqual({ ...preview, version: 2 });
      expect((await viewNow())?.regions).toEqual(preview.regions);

      const report = await imported(csv(`bay-1,1,1,${TEA},4,24`, `bay-1,2,1,${JAM},1,6`));
      expect(report.views).toEqual([{ cameraId: 'corner-cam', recomputed: true, slotIds: [] }]);
      const renewed = await viewNow();
      expect([renewed?.version, renewed?.regions.length]).toEqual([3, 5]);
      expect(renewed?.calibration?.[0]?.fixtureId).toBe('bay-1');
    });

    it('When points were saved, then they are told with the fixtures that the view can show', async () => {
      const path = '/v1/cameras/corner-cam/calibration';
      const bay = { fixtureId: 'bay-1', name: 'Bay 1', aisle: 'A', slots: 2 };
      expect(await get<CameraCalibration>(path)).toEqual({
        ...{ cameraId: 'corner-cam', version: 1, width: 1280, height: 720 },
        fixtures: [{ ...bay, slotsInView: 1, points: null }],
      });
      await calibrate([{ fixtureId: 'bay-1', points: corners(0.1, 0.9) }]);
      const saved = await get<CameraCalibration>(path);
      expect(saved.version).toBe(2);
      expect(saved.fixtures[0]?.slotsInView).toBe(2);
      expect(saved.fixtures[0]?.points).toEqual([
        { picture: { x: 0.1, y: 0.1 }, fixture: { x: 0, y: 0 } },
        { picture: { x: 0.9, y: 0.2 }, fixture: { x: 1, y: 0 } },
        { picture: { x: 0.9, y: 0.8 }, fixture: { x: 1, y: 1 } },
        { picture: { x: 0.1, y: 0.9 }, fixture: { x: 0, y: 1 } },
      ]);
      expect((await monitoring.request('/v1/cameras/nowhere/calibration')).status).toBe(404);
    });

    it('When points or a fixture cannot be used, then it is said which and why', async () => {
      const flat = corners(0.1, 0.9).map(({ picture }) => ({ picture: { ...picture, y: 0.5 } }));
      const refused = await calibrate([
        { fixtureId: 'bay-1', points: flat },
        { fixtureId: 'bay-9', points: corners(0, 1) },
      ]);
      expect(refused.status).toBe(422);
      const { errors } = (await refused.json()) as { errors: { path: string; message: string }[] };
      expect(errors).toEqual([
        { path: 'fixtures.0.points', message: expect.stringContaining('on one line') as string },
        { path: 'fixtures.1.fixtureId', message: expect.stringContaining('no fixture bay-9') as string },
      ]);
      expect((await viewNow())?.version).toBe(1);
    });
  });
});
