import { labelChoices, searchChoices } from './label-choices';

const tea = { label: '08904000210037', name: 'Thé vert 20' };
const jam = { label: '08904000210044', name: 'Green jam' };
const choices = labelChoices([tea, jam], [{ ...tea, name: 'another name' }]);
const search = (typed: string): string[] => searchChoices(choices, typed, 10).map(({ value }) => value);

describe('What a crop can be said to show', () => {
  it('When a label has several names, then it is there once, beside what is no product', () => {
    expect(choices.map(({ label }) => label)).toEqual([
      'Empty: nothing there',
      'Green jam',
      'Occluded: something in front',
      'Thé vert 20',
    ]);
  });

  it('When part of a name or a GTIN is typed, then it is found, whatever its accents', () => {
    expect(search('the v')).toEqual([tea.label]);
    expect(search('20 vert')).toEqual([tea.label]);
    expect(search('210044')).toEqual([jam.label]);
    expect(search('gr')).toEqual([jam.label]);
    expect(search('the')).toEqual([tea.label, 'empty']);
  });

  it('When a GTIN that nobody knows is typed in full, then it can be chosen; with a wrong check digit it cannot', () => {
    expect(search('4006381333931')).toEqual(['04006381333931']);
    expect(search('4006381333930')).toEqual([]);
  });
});
