import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser/open-browser.js';
import { type PageWatch, watchPage } from './browser/page-watch.js';
import { screenshot } from './browser/screenshot.js';
import { picturesDrawn } from './pages/pictures-drawn.js';
import { dropFile, fixtureNow } from './pages/planogram-csv.js';
import { productZip } from './pages/product-zip.js';
import { signIn } from './pages/sign-in.page.js';
import { type RunningPlatform, runningPlatform } from './platform/running-platform.js';
import { until } from './until.js';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The demonstration shop empties its first slot within seconds; a busy machine takes longer to see it. */
const FIRST_EVENT_MS = 180_000;
const FIRST_REORDER_MS = 300_000;
/** A few dozen pictures, while the shop goes on. */
const TRAINING_MS = 180_000;

let platform: RunningPlatform;
let browser: Browser;
let signedIn: BrowserContext;
let page: Page;
let watch: PageWatch;

beforeAll(async () => {
  platform = await runningPlatform();
  browser = await openBrowser();
  signedIn = await browser.newContext({ viewport: DESK, colorScheme: 'light' });
  page = await signedIn.newPage();
  page.setDefaultTimeout(30_000);
  watch = watchPage(page, platform.address);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, 60_000);

describe('Signing in', () => {
  it('When nobody is signed in, then every page leads to the sign-in', async () => {
    await page.goto(`${platform.address}/reorders`);
    await page.waitForURL(/\/sign-in/);
    await screenshot(page, 'sign-in');
  });

  it('When the password is wrong, then the page says so, and not which of the two was wrong', async () => {
    await signIn(page, platform.address, platform.email, 'not the password');
    const alert = page.locator('form').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('E-mail or password is wrong');
    await screenshot(page, 'sign-in-refused');
  });

  it('When the password is right, then Now opens and the stream is live', async () => {
    await signIn(page, platform.address, platform.email, platform.password);
    await page.waitForURL(/\/now$/);
    await page.getByText('Live', { exact: true }).waitFor();
  });
});

describe('Now', () => {
  it(
    'When a product runs out, then its event appears without a reload, with pictures, age and decision',
    async () => {
      await page.evaluate(() => Object.assign(window, { sameDocument: true }));
      const first = page.locator('[data-event-id]').first();
      await first.waitFor({ timeout: FIRST_EVENT_MS });
      const ids = (): Promise<(string | null)[]> =>
        page.locator('[data-event-id]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event-id')));
      const known = new Set(await ids());
      await until(
        'another product has run out',
        async () => (await ids()).some((id) => !known.has(id)),
        FIRST_EVENT_MS,
      );
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
      await until('the pictures of the first event are drawn', () => picturesDrawn(first));
      expect(await first.getByRole('button', { name: /^Evidence picture/ }).count()).toBe(1);
      const age = first.locator('dd time').first();
      const before = await age.textContent();
      expect(before).toMatch(/^\d+ (s|min|h|d)/);
      await first.getByRole('button', { name: 'Why this' }).click();
      await first.getByText('What the rule looked at').waitFor();
      await screenshot(page, 'now-why');
      await first.getByRole('button', { name: 'Why this' }).click();
      await screenshot(page, 'now');
    },
    2 * FIRST_EVENT_MS + 60_000,
  );

  it('When events come again and again, then each is on the page once', async () => {
    const ids = await page
      .locator('[data-event-id]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event-id')));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('When someone says that it is not out of stock, then the event goes', async () => {
    const row = page
      .locator('[data-event-id]')
      .filter({ has: page.getByRole('button', { name: /^Not / }) })
      .last();
    const id = await row.getAttribute('data-event-id');
    await row.getByRole('button', { name: /^Not / }).click();
    await page.getByRole('button', { name: 'Something stood in front of it' }).click();
    await until('the event has gone', async () => (await page.locator(`[data-event-id="${id}"]`).count()) === 0);
  });

  it('When nothing is found in the back room, then a count is asked for, and the count finds the next remedy', async () => {
    const restock = page.locator('[data-event-id]').filter({ hasText: 'Restock from back room' });
    await restock.first().waitFor({ timeout: FIRST_EVENT_MS });
    const id = await restock.first().getAttribute('data-event-id');
    const row = page.locator(`[data-event-id="${id}"]`);
    await row.getByRole('button', { name: /^Other answers/ }).click();
    await page.getByRole('menuitem', { name: 'None in the back room' }).click();
    await row.getByText('Count the stock').waitFor();
    await row.getByText('None found in the back room').waitFor();
    await row.getByRole('button', { name: /^Enter a count/ }).click();
    await page.getByLabel('In the back room').fill('0');
    await page.getByRole('button', { name: 'Record the count' }).click();
    await row.getByText('Counted: 0 in the back room').waitFor();
    await until('the count is no longer asked for', async () => (await row.getByText('Count the stock').count()) === 0);
  });

  it('When the network goes, then the page says that it reconnects, and is live again afterwards', async () => {
    await page.route('**/api/v1/stream*', (route) => route.abort());
    await page.reload();
    await page.getByText('Connecting…', { exact: true }).waitFor();
    await page.unroute('**/api/v1/stream*');
    await page.getByText('Live', { exact: true }).waitFor();
  });
});

describe('Shelf', () => {
  it('When a camera is chosen, then its last picture is shown with its age and every slot outlined', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Shelf' }).click();
    await page.waitForURL(/\/shelf/);
    const shapes = page.locator('[data-slot-id]');
    await shapes.first().waitFor();
    await until('the picture of the shelf is drawn', () => picturesDrawn(page.locator('main')));
    expect(await shapes.count()).toBeGreaterThanOrEqual(40);
    await page.getByText(/^Taken \d\d:\d\d:\d\d/).waitFor();
    await screenshot(page, 'shelf');
  });

  it('When one points at a slot, then its product, state, since when and how sure are shown', async () => {
    await page.locator('[data-slot-id][data-status]').nth(8).hover();
    const card = page.getByTestId('slot-card');
    await card.waitFor();
    for (const fact of ['Facings filled', 'Since', 'Confidence', 'GTIN']) await card.getByText(fact).waitFor();
    await screenshot(page, 'shelf-slot');
  });

  it('When one walks with the arrow keys, then the next slot is chosen', async () => {
    const slots = page.locator('[data-slot-id]');
    await slots.and(page.locator('[tabindex="0"]')).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-slot-id][data-selected]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-selected'))).toBe(true);
  });
});

describe('Reorders', () => {
  it(
    'When an order is proposed and approved, then it moves on and its history says who did it',
    async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Reorders' }).click();
      await page.waitForURL(/\/reorders/);
      await page.getByRole('tab', { name: /To approve/ }).click();
      const proposed = page.locator('[data-reorder-id]').first();
      await proposed.waitFor({ timeout: FIRST_REORDER_MS });
      await screenshot(page, 'reorders');
      const id = await proposed.getAttribute('data-reorder-id');
      await proposed.getByRole('button', { name: /^Approve/ }).click();
      await page.getByRole('tab', { name: /Under way/ }).click();
      const approved = page.locator(`[data-reorder-id="${id}"]`);
      await approved.getByRole('button', { name: 'History' }).click();
      await approved.getByText('Approved on the dashboard').waitFor();
      expect(await approved.textContent()).toContain(platform.email);
      await screenshot(page, 'reorders-history');
    },
    FIRST_REORDER_MS + 60_000,
  );
});

describe('KPIs', () => {
  it('When they are grouped by aisle, then each figure has its fraction, and below it stands its formula', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'KPIs' }).click();
    await page.waitForURL(/\/kpis/);
    const figures = page.getByRole('region', { name: 'Figures by group' });
    const available = figures.locator('tbody tr').first().locator('td').nth(1);
    await until('the shop has been watched for a while', async () => {
      await page.reload();
      return /^\d+(\.\d+)?\s*%$/.test((await available.textContent()) ?? '');
    });
    await page.getByText('Aisle', { exact: true }).click();
    await until('the figures have groups', async () => (await figures.locator('tbody tr').count()) > 1);
    expect(await available.getAttribute('title')).toContain('slot-hours');
    await page
      .getByText(/slot-hours observed/)
      .first()
      .waitFor();
    await screenshot(page, 'kpis');
  });
});

describe('Claims report', () => {
  const form = (): ReturnType<Page['getByRole']> => page.getByRole('form', { name: 'What is compared' });

  it('When one shop is compared, then its figures, formulas and tolerance are shown, and the page says why nothing is proven', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'KPIs' }).click();
    await page.getByRole('navigation', { name: 'Figures' }).getByRole('link', { name: 'Claims' }).click();
    await page.waitForURL(/\/kpis\/claims/);
    const incidents = page.locator('[data-claim="incidentRate"]');
    await incidents.waitFor();
    expect(await incidents.textContent()).toMatch(
      /^Out-of-stock incidents, at least 35 % fewer: too few data, because nothing was measured before the change\.$/,
    );
    const after = page.locator('[data-figure="incidentRate"] td').nth(1);
    expect(await after.textContent()).toMatch(/^[\d,]+\.\d[\d,]+\.\d to [\d,]+\.\d.* ÷ .* slot-hours$/);
    await page.getByText('max(3 items, 10 % of the count)').waitFor();
    await page.locator('[data-figure="coverage"]').waitFor();
    await screenshot(page, 'claims');
  });

  it('When the days are no days, then the service says so next to the field; what is right goes into the address', async () => {
    const days = form().getByLabel('Days before, and as many after');
    await days.fill('0');
    await form().getByRole('button', { name: 'Compare' }).click();
    await page.getByText('Nothing was compared').waitFor();
    expect(await days.getAttribute('aria-invalid')).toBe('true');
    await screenshot(page, 'claims-refused');
    await days.fill('14');
    await form().getByRole('button', { name: 'Compare' }).click();
    await page.waitForURL(/[?&]stores=[^&]+&changed=[^&]+&days=14$/);
    await page.locator('[data-claim="incidentRate"]').waitFor();
    await page.goBack();
    await page.reload();
    await page.goForward();
    await page.locator('[data-claim="incidentRate"]').waitFor();
    expect(await days.inputValue()).toBe('14');
  });
});

describe('Replay', () => {
  it('When thresholds make no sense, then the service says so next to each field', async () => {
    await page.getByRole('navigation', { name: 'Figures' }).getByRole('link', { name: 'Replay' }).click();
    await page.waitForURL(/\/kpis\/replay/);
    const form = page.getByRole('form', { name: 'What if' });
    await form.getByLabel('Low at').fill('2');
    await form.getByLabel('Weight of one reading').fill('half');
    await form.getByText('These days').click();
    await form.getByLabel('Order until').fill('25:00');
    await form.getByRole('button', { name: 'Replay' }).click();
    await page.getByText('Nothing was replayed').waitFor();
    for (const field of ['Low at', 'Weight of one reading', 'Order until'])
      expect(await form.getByLabel(field).getAttribute('aria-invalid')).toBe('true');
    await screenshot(page, 'replay-refused');
    for (const field of ['Low at', 'Weight of one reading']) await form.getByLabel(field).fill('');
    await form.getByRole('radiogroup', { name: 'Calendar' }).getByText('As it is').click();
  });

  it(
    'When evidence had to hold for a day, then every event would be removed, each with the way to its slot',
    async () => {
      const form = page.getByRole('form', { name: 'What if' });
      await form.getByLabel('Must hold for').fill('86400000');
      await form.getByRole('button', { name: 'Replay' }).click();
      const comparison = page.getByRole('region', { name: 'Comparison' });
      await comparison.waitFor({ timeout: FIRST_EVENT_MS });
      const empty = comparison.getByRole('row', { name: /^Out of stock/ }).getByRole('cell');
      const [asIs, whatIf] = [await empty.nth(1).textContent(), await empty.nth(2).textContent()].map(Number);
      expect(asIs).toBeGreaterThan(0);
      expect(whatIf).toBe(0);
      const differences = page.getByRole('region', { name: 'What would have been different' });
      await until('differences are listed', async () => (await differences.locator('[data-change]').count()) > 0);
      expect(await differences.locator('[data-change]:not([data-change="disappears"])').count()).toBe(0);
      await page.getByText(/^Live, \d+ events? opened in this period/).waitFor();
      await screenshot(page, 'replay');
      const slot = await differences
        .getByRole('link', { name: /^Slot of/ })
        .first()
        .getAttribute('href');
      await page.goto(`${platform.address}${slot}`);
      await page.locator('[data-slot-id][data-selected]').waitFor();
    },
    FIRST_EVENT_MS + 60_000,
  );

  it.each(['kpis/claims', 'kpis/replay'])(
    'When %s is opened on a phone, then nothing sticks out at the side, and on a dark system it is dark',
    async (path) => {
      await page.setViewportSize(PHONE);
      await page.goto(`${platform.address}/${path}`);
      await page.locator('[data-claim], form[aria-label="What if"]').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await screenshot(page, `phone-${path.replaceAll('/', '-')}`);
      await page.setViewportSize(DESK);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
      await screenshot(page, `dark-${path.replaceAll('/', '-')}`);
      await page.emulateMedia({ colorScheme: 'light' });
    },
  );
});

describe('Teaching', () => {
  const pages = (): ReturnType<Page['getByRole']> => page.getByRole('navigation', { name: 'Pages' });
  const teaching = (name: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Teaching' }).getByRole('link', { name }).click();

  it('When Models is opened, then the model that came with the platform is live', async () => {
    await pages().getByRole('link', { name: 'Models' }).click();
    const live = page.getByRole('link', { name: /^demo-shop-/ });
    await live.getByText('Live', { exact: true }).waitFor();
    await screenshot(page, 'models');
  });

  it('When a ZIP is imported and frozen, then its report, its classes and its version are shown', async () => {
    await teaching('Data sets');
    await page.getByLabel('New data set').getByLabel('New data set').fill('e2e');
    await page.getByRole('button', { name: 'Import pictures' }).click();
    await page.waitForURL(/data-sets\/e2e$/);
    const zip = { name: 'products.zip', mimeType: 'application/zip', buffer: await productZip(14) };
    await page.locator('input[type=file]').setInputFiles(zip);
    await page.getByText('42 pictures added').waitFor();
    await page.getByRole('button', { name: /e2e green/ }).click();
    await page
      .getByRole('button', { name: /^e2e green, / })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Freeze what is there now' }).click();
    const version = page.getByRole('article', { name: 'Version 1' });
    await version.getByText(/^Learn \d+ \(\d+ %\)/).waitFor();
    expect(await version.textContent()).toContain('Split by camera and day');
    await screenshot(page, 'data-set');
  });

  it('When pictures are taken out by keys, then they are gone from their class until they are put back', async () => {
    const pictures = page.getByRole('button', { name: /^e2e green, / });
    const before = await pictures.count();
    await pictures.first().focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Delete');
    await until('two pictures are gone', async () => (await pictures.count()) === before - 2);
    await page.getByRole('button', { name: 'Put back' }).click();
    await until('they are back', async () => (await pictures.count()) === before);
  });

  it(
    'When pictures have a wrong label, then they are found with the right one, and Enter gives it to them',
    async () => {
      const pictures = page.getByRole('group', { name: /^Pictures of e2e green/ }).getByRole('button');
      const before = await pictures.count();
      await pictures.first().focus();
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.type('e2e red');
      await page.keyboard.press('Enter');
      await until('two pictures are moved', async () => (await pictures.count()) === before - 2);
      const panel = page.getByRole('region', { name: 'Wrong labels' });
      await panel.getByRole('button', { name: 'Find wrong labels' }).click();
      await panel.getByText(/ labels are doubtful$/).waitFor({ timeout: TRAINING_MS });
      const doubtful = panel.getByRole('button', { name: /^e2e green, \d+ % labelled: e2e red$/ });
      await until('both are found', async () => (await doubtful.count()) === 2);
      await until('the pictures are drawn', () => picturesDrawn(doubtful.first()));
      await screenshot(page, 'wrong-labels');
      await doubtful.first().focus();
      await page.keyboard.press('Enter');
      await panel.getByRole('button', { name: /^e2e green labelled: e2e red$/ }).waitFor();
      await doubtful.first().focus();
      await page.keyboard.press('Enter');
      await until('neither is doubtful any more', async () => (await doubtful.count()) === 0);
      const green = page.getByRole('region', { name: 'Classes' }).getByRole('button', { name: /^e2e green/ });
      await until('they are green again', async () => (await green.textContent())?.includes(String(before)) ?? false);
    },
    TRAINING_MS + 60_000,
  );

  it('When a folder is not to be found, then the page says so, and what to do', async () => {
    const panel = page.getByRole('region', { name: 'Import' });
    await panel.getByLabel(/^or a folder or CSV/).fill('no-such-folder');
    await panel.getByRole('button', { name: 'Import it' }).click();
    const words = (await panel.getByRole('alert').textContent()) ?? '';
    expect(words).toMatch(/Send a ZIP instead|There is no (folder|file)/);
  });

  it(
    'When a model is trained on it, then the run shows how far it is, and the model what the gate says',
    async () => {
      await teaching('Training');
      await page.getByText(/^About .* pictures of 3 classes/).waitFor();
      const name = `e2e-${Date.now()}`;
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await page.getByRole('link', { name }).click();
      await page.getByRole('link', { name: 'Look at the model' }).waitFor({ timeout: TRAINING_MS });
      await screenshot(page, 'run');
      await page.getByRole('link', { name: 'Look at the model' }).click();
      const gate = page.getByRole('region', { name: 'Gate' });
      await gate.getByText(/^No class that both know has 10 pictures/).waitFor();
      expect(await gate.getByRole('button', { name: 'Make it live' }).isDisabled()).toBe(true);
      await page.getByRole('region', { name: 'Figures of every class' }).getByText('e2e blue').waitFor();
      await screenshot(page, 'model');
    },
    TRAINING_MS + 60_000,
  );

  it(
    'When a crop is answered by keys, then the answer waits to be sent, can be taken back, and goes when it is sent',
    async () => {
      await teaching('Labelling');
      const crops = page.locator('[data-picture]');
      await crops.first().waitFor({ timeout: FIRST_EVENT_MS });
      await until('the crops are drawn', () => picturesDrawn(crops.first()));
      const send = page.getByRole('button', { name: /^Send / });
      expect(await send.isDisabled()).toBe(true);
      await crops.first().focus();
      await page.keyboard.press('e');
      await crops.first().and(page.locator('[data-answered]')).waitFor();
      expect(await send.textContent()).toBe('Send 1 answer');
      await screenshot(page, 'labelling');
      if ((await crops.count()) > 1)
        expect(await crops.nth(1).evaluate((it) => it === document.activeElement)).toBe(true);
      await page.keyboard.press('u');
      await until('nothing is left to send', () => send.isDisabled());
      await crops.first().focus();
      await page.keyboard.press('s');
      await page.keyboard.press('Control+Enter');
      await page.getByText('1 answer taken').waitFor();
    },
    FIRST_EVENT_MS + 60_000,
  );

  it.each(['models', 'models/runs', 'models/data-sets/e2e', 'models/labelling'])(
    'When %s is opened on a phone, then nothing sticks out at the side',
    async (path) => {
      await page.setViewportSize(PHONE);
      await page.goto(`${platform.address}/${path}`);
      await page.getByRole('navigation', { name: 'Teaching' }).waitFor();
      await page.locator('[aria-busy="false"], section h2').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await screenshot(page, `phone-${path.replaceAll('/', '-')}`);
      await page.setViewportSize(DESK);
    },
  );
});

describe('Planograms', () => {
  const report = (): ReturnType<Page['getByRole']> => page.getByRole('article', { name: 'What the file says' });

  it('When a file with a wrong row is dropped, then its line and what to do are shown, and it cannot be applied', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Planograms' }).click();
    await page.waitForURL(/\/planograms/);
    await page.getByText('Drop a planogram here').waitFor();
    const { rows, file } = await fixtureNow(page);
    const broken = [rows[0]!, rows[1]!.replace(/,\d{8,14},/, ',8904000210038,'), ...rows.slice(2)];
    await dropFile(page, '[data-drop="planogram"]', 'broken.csv', file(broken));
    await report().getByText('Has errors').waitFor();
    expect(await report().textContent()).toMatch(/Line 3.*check digit/);
    expect(await page.getByRole('button', { name: 'Apply now' }).count()).toBe(0);
    await screenshot(page, 'planograms-refused');
  });

  it('When a file changes a slot, then the change is shown, waits for its day, and can be cancelled until then', async () => {
    const { rows, file } = await fixtureNow(page);
    const changed = [rows[0]!.replace(/\d+$/, (capacity) => String(Number(capacity) + 3)), ...rows.slice(2)];
    const csv = { name: 'monday.csv', mimeType: 'text/csv', buffer: file(changed) };
    await page.locator('input[type=file]').setInputFiles(csv);
    await report().getByText('Checked, nothing stored').waitFor();
    const words = (await report().textContent()) ?? '';
    expect(words).toMatch(/Removed 1/);
    expect(words).toMatch(/Resized 1.*capacity \d+ → \d+/);
    await screenshot(page, 'planograms-checked');
    await page.getByRole('button', { name: 'Apply on this day' }).click();
    const waiting = page.locator('[data-version-id]').first();
    await waiting.getByText('Waits for its day').waitFor();
    await waiting.getByRole('button', { name: 'What changes' }).click();
    await waiting.getByText(/capacity \d+ → \d+/).waitFor();
    await screenshot(page, 'planograms-waiting');
    await waiting.getByRole('button', { name: /^Cancel / }).click();
    await waiting.getByText('Cancelled', { exact: true }).waitFor();
  });
});

describe('Calibration', () => {
  const corner = (name: string): ReturnType<Page['getByRole']> =>
    page.getByRole('button', { name: new RegExp(`^${name}:`) });
  const dragTo = async (name: string, x: number, y: number): Promise<void> => {
    const from = (await corner(name).boundingBox())!;
    const picture = (await page.getByRole('img', { name: /^Last picture/ }).boundingBox())!;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(picture.x + x * picture.width, picture.y + y * picture.height, { steps: 4 });
    await page.mouse.up();
  };
  const place = async (name: string): Promise<string> => (await corner(name).getAttribute('aria-label')) ?? '';

  it('When a point is moved by keys or dragged, then the slots follow; points that cannot be used are refused with the reason', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Shelf' }).click();
    await page.getByRole('group', { name: 'Camera' }).getByRole('button').last().click();
    await page.getByRole('link', { name: 'Calibrate' }).click();
    await page.waitForURL(/\/shelf\/calibration\?camera=/);
    const first = page.locator('[data-region]').first();
    await first.waitFor({ state: 'attached' });
    const before = await first.getAttribute('points');
    await corner('Top left').focus();
    const label = await place('Top left');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await place('Top left')).not.toBe(label);
    await until('the slots have followed', async () => (await first.getAttribute('points')) !== before);
    await screenshot(page, 'calibration');
    await dragTo('Top left', 0.8, 0.8);
    await page.getByText('These points cannot be used').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await screenshot(page, 'calibration-refused');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByText(/facings? of \d+ slots? found/).waitFor();
  });

  it('When the points are saved, then they are shown again, and can be moved', async () => {
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dragTo('Top left', 0.035, 0.03);
    await dragTo('Top right', 0.97, 0.03);
    await dragTo('Bottom right', 0.97, 0.97);
    await dragTo('Bottom left', 0.035, 0.97);
    await page.keyboard.press('ArrowUp');
    const label = await place('Bottom left');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('These are the saved points.').waitFor();
    await page.reload();
    await page.getByText('These are the saved points.').waitFor();
    expect(await place('Bottom left')).toBe(label);
    await corner('Bottom left').focus();
    await page.keyboard.press('ArrowUp');
    await page.getByText('Not saved yet.').waitFor();
    await page.getByRole('button', { name: 'Back to the saved points' }).click();
    await page.getByText('These are the saved points.').waitFor();
  });
});

describe('Inventory', () => {
  let productPath: string;

  it('When a product that is worth counting was counted, then it leaves the list of today', async () => {
    const inventory = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Inventory' });
    await inventory.click();
    const today = page.getByRole('region', { name: 'Worth counting today' });
    const first = today.getByRole('link').first();
    const name = (await first.locator('b').textContent()) ?? '';
    await screenshot(page, 'inventory-count-today');
    await first.click();
    const entry = page.getByRole('region', { name: 'Count or correct' });
    await entry.getByLabel('On the shelf').fill('3');
    await entry.getByLabel('In the back room').fill('5');
    await entry.getByRole('button', { name: 'Record the count' }).click();
    await page.getByRole('region', { name: 'Movements' }).getByText('shelf 3, back room 5').waitFor();
    await inventory.click();
    await today.getByRole('link').first().waitFor();
    expect(await today.getByText(name, { exact: true }).count()).toBe(0);
  });

  it('When a product is counted and corrected, then its movements say so; a wrong entry is refused next to its field', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Inventory' }).click();
    await page.waitForURL(/\/inventory$/);
    const row = page.locator('[data-gtin]').first();
    await row.waitFor();
    await screenshot(page, 'inventory');
    productPath = (await row.getAttribute('href')) ?? '';
    await row.click();
    const entry = page.getByRole('region', { name: 'Count or correct' });
    await entry.getByLabel('On the shelf').fill('4');
    await entry.getByLabel('In the back room').fill('13');
    await entry.getByRole('button', { name: 'Record the count' }).click();
    const movements = page.getByRole('region', { name: 'Movements' });
    await movements.getByText('shelf 4, back room 13').waitFor();
    await entry.getByText('Correction', { exact: true }).click();
    await entry.getByLabel('Items').fill('0');
    await entry.getByRole('button', { name: 'Record the correction' }).click();
    await entry.getByText('must not be 0').waitFor();
    await entry.getByLabel('Items').fill('-2');
    await entry.getByLabel('Reason').selectOption('damaged');
    await entry.getByRole('button', { name: 'Record the correction' }).click();
    await movements.getByText('−2, back room, damaged').waitFor();
    await screenshot(page, 'inventory-product');
  });

  it('When a policy is changed, then it holds; what the service refuses stands next to its field', async () => {
    const policy = page.getByRole('region', { name: 'Replenishment' });
    await policy.getByText('Change', { exact: true }).click();
    await policy.getByLabel('Service level').fill('2');
    await policy.getByText('These days').click();
    await policy.getByLabel('Order until').fill('25:00');
    await policy.getByRole('button', { name: 'Save' }).click();
    await policy.getByText('must be a time like 14:30', { exact: true }).waitFor();
    expect(await policy.getByLabel('Service level').getAttribute('aria-invalid')).toBe('true');
    await screenshot(page, 'inventory-policy-refused');
    await policy.getByLabel('Service level').fill('0.97');
    await policy.getByLabel('Order until').fill('15:30');
    await policy.getByLabel('Who decides').selectOption('approve');
    await policy.getByRole('button', { name: 'Save' }).click();
    await policy.getByText(/until 15:30/).waitFor();
    expect(await policy.locator('dl').textContent()).toMatch(/Approve.*0\.97/);
  });

  it.each(['planograms', 'shelf/calibration', 'inventory', 'inventory/policy', 'a product'])(
    'When %s is opened on a phone, then nothing sticks out at the side',
    async (path) => {
      await page.setViewportSize(PHONE);
      await page.goto(`${platform.address}${path === 'a product' ? productPath : `/${path}`}`);
      await page.locator('[data-drop], [data-region], [data-gtin], main dl').first().waitFor({ state: 'attached' });
      for (const closed of await page.locator('main details:not([open]) > summary').all()) await closed.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await screenshot(page, `phone-${path.replaceAll(/\W/g, '-')}`);
      await page.setViewportSize(DESK);
    },
  );

  it('When a phone has no room for a page in its bar, then it is behind More', async () => {
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Planograms' }).click();
    await page.waitForURL(/\/planograms/);
    await page.setViewportSize(DESK);
  });

  it.each(['planograms', 'shelf/calibration', 'inventory', 'a product'])(
    'When the system is dark, then %s is',
    async (path) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(`${platform.address}${path === 'a product' ? productPath : `/${path}`}`);
      await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
      await page.locator('[data-drop], [data-region], [data-gtin], main dl').first().waitFor({ state: 'attached' });
      await screenshot(page, `dark-${path.replaceAll(/\W/g, '-')}`);
      await page.emulateMedia({ colorScheme: 'light' });
    },
  );
});

describe('Looks', () => {
  const scheme = (): Promise<string | null> => page.locator('html').getAttribute('data-mantine-color-scheme');

  it('When the system is dark, then the page is; and the toggle overrules it', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${platform.address}/now`);
    await page.locator('[data-event-id]').first().waitFor({ timeout: FIRST_EVENT_MS });
    await until('the scheme is dark', async () => (await scheme()) === 'dark');
    await until('the pictures are drawn', () => picturesDrawn(page.locator('[data-event-id]').first()));
    await screenshot(page, 'now-dark');
    await page.getByRole('button', { name: /^Colours/ }).click();
    await until('the scheme is light', async () => (await scheme()) === 'light');
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${platform.address}/shelf`);
    await page.locator('[data-slot-id]').first().waitFor();
    await screenshot(page, 'shelf-dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it.each(['now', 'shelf', 'reorders'])(
    'When %s is opened on a phone, then nothing sticks out at the side',
    async (path) => {
      await page.setViewportSize(PHONE);
      await page.goto(`${platform.address}/${path}`);
      await page
        .locator('[data-event-id], [data-slot-id], [role=tabpanel]')
        .first()
        .waitFor({ timeout: FIRST_EVENT_MS });
      await page.getByRole('navigation').getByRole('link', { name: 'Reorders' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await screenshot(page, `phone-${path}`);
      await page.setViewportSize(DESK);
    },
  );
});

describe('Roles', () => {
  const PASSWORD = 'correct horse battery';

  async function signInAs(role: string): Promise<Page> {
    const email = `${role}@shop.example`;
    const data = { email, name: role, role, password: PASSWORD };
    const made = await signedIn.request.post(`${platform.address}/api/v1/users`, { data });
    expect(made.status()).toBe(201);
    const own = await (await browser.newContext({ viewport: DESK })).newPage();
    own.setDefaultTimeout(30_000);
    await signIn(own, platform.address, email, PASSWORD);
    await own.waitForURL(/\/now$/);
    await own.locator('[data-event-id]').first().waitFor();
    return own;
  }

  it.each([
    { role: 'manager', answers: true, keepsShop: true, teaches: false },
    { role: 'integrator', answers: false, keepsShop: true, teaches: false },
    { role: 'ml-engineer', answers: false, keepsShop: false, teaches: true },
  ])(
    'When a $role signs in, then the pages offer what the role may do, and the services refuse the rest',
    async (may) => {
      const own = await signInAs(may.role);
      const id = await own.locator('[data-event-id]').first().getAttribute('data-event-id');
      expect((await own.getByRole('button', { name: /Withdraw this event/ }).count()) > 0).toBe(may.answers);
      const answer = await own.request.post(`${platform.address}/api/v1/stock-events/${id}/answers`, {
        data: { answer: 'done' },
      });
      // The event may have ended meanwhile.
      expect([200, 409].includes(answer.status())).toBe(may.answers);
      if (!may.answers) expect(answer.status()).toBe(403);

      await own.goto(`${platform.address}/planograms`);
      await own.getByRole('heading', { name: 'What the store has now' }).waitFor();
      expect((await own.getByText('Drop a planogram here').count()) > 0).toBe(may.keepsShop);

      const run = await own.request.post(`${platform.address}/api/retraining/v1/runs`, { data: {} });
      expect(run.status()).toBe(may.teaches ? 400 : 403);
      await own.context().close();
    },
  );
});

describe('Manners', () => {
  it('When all pages were used, then no other host was asked and nothing failed unseen', () => {
    expect(watch).toEqual({ foreign: [], errors: [] });
  });
});
