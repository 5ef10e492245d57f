import type { Page } from 'playwright-core';

export interface PageWatch {
  /** Addresses of other hosts that the page asked for. */
  foreign: string[];
  /** Errors that nobody caught, and violations of the content security policy. */
  errors: string[];
}

/** Notes what a page must never do. */
export function watchPage(page: Page, address: string): PageWatch {
  const watch: PageWatch = { foreign: [], errors: [] };
  const { host } = new URL(address);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) watch.foreign.push(request.url());
  });
  page.on('pageerror', (error) => watch.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Hydration|hydrat/i.test(message.text()))
      watch.errors.push(message.text());
  });
  return watch;
}
