import { readClassNames } from './class-names.js';

describe('classes.csv', () => {
  it('When columns come in any order and some are missing, then classes are read', () => {
    const names = readClassNames('\uFEFFname,class\r\nGreen tea,tea-1\r\n緑茶,tea-2\r\n');
    expect([...names]).toEqual([
      ['tea-1', { name: 'Green tea' }],
      ['tea-2', { name: '緑茶' }],
    ]);
  });

  it('When a row cannot be read, then the error names its line', () => {
    expect(() => readClassNames('class,name\ntea-1,Green\ntea-2,"27" wide')).toThrow('line 3');
  });

  it('When there is no class column, then the error says so', () => {
    expect(() => readClassNames('gtin,name\n1,2')).toThrow('"class"');
  });
});
