import { filterEvents } from './filter-events';
import { sampleEvent } from './sample-event';

const empty = sampleEvent({ eventId: 'empty' });
const low = sampleEvent({ eventId: 'low', kind: 'low-stock' });

describe('filterEvents', () => {
  it('When a kind is chosen, then only that kind remains', () => {
    expect(filterEvents([empty, low], { kind: 'low-stock', text: '' })).toEqual([low]);
  });
  it.each(['green leafline', 'bay 3 shelf', '0210037', '  '])('When "%s" is searched, then both are found', (text) => {
    expect(filterEvents([empty, low], { kind: 'all', text })).toEqual([empty, low]);
  });
  it('When one word is found nowhere, then nothing remains', () => {
    expect(filterEvents([empty, low], { kind: 'all', text: 'green coffee' })).toEqual([]);
  });
});
