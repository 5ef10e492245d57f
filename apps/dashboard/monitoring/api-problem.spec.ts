import { toApiProblem } from './api-problem';

describe('toApiProblem', () => {
  it('When monitoring explains itself, then its words are kept', () => {
    const problem = toApiProblem(409, { title: 'Too late', detail: 'It was sent already.', code: 'REORDER_STATE' });
    expect(problem).toMatchObject({
      status: 409,
      code: 'REORDER_STATE',
      title: 'Too late',
      detail: 'It was sent already.',
    });
  });

  it.each([undefined, '<html>', null])(
    'When something else answers with %p, then the status is all we know',
    (body) => {
      expect(toApiProblem(504, body)).toMatchObject({ code: 'HTTP_504', title: 'The request failed (HTTP 504)' });
    },
  );
});
