import { safeReturnPath } from './safe-return-path';

describe('safeReturnPath', () => {
  it.each([
    '/shelf?camera=cam-1',
    '/reorders',
    '/now#x',
    '/models',
    '/models/data-sets/shop',
    '/kpis/claims?days=7',
    '/planograms',
    '/inventory',
  ])('When %s is wanted, then it leads there', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });
  it.each([null, '', 'https://evil.example', '//evil.example', '/nowhere', '/api/v1/x', 'javascript:alert(1)'])(
    'When %p is wanted, then it leads to Now',
    (path) => {
      expect(safeReturnPath(path)).toBe('/now');
    },
  );
});
