import { networkOf } from '../backbone/backbones.js';
import { toInputRange, toModelInput } from './input-range.js';

const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const unitRange = () => Float32Array.from(bytes, (byte) => byte / 127.5 - 1);

describe('Input range', () => {
  it.each(['mobilenet-v2', 'efficientnet-lite0'])(
    'When %s is trained and served, then both show it the same values',
    (backbone) => {
      const { inputRange } = networkOf({ backbone });
      const values = unitRange();
      toInputRange(values, inputRange);
      const served = toModelInput(bytes, inputRange);
      values.forEach((value, index) => expect(value).toBeCloseTo(served[index]!, 6));
    },
  );

  it('When the range is that of augmentation, then no bit changes: earlier trainings can be repeated', () => {
    const values = unitRange();
    toInputRange(values, networkOf().inputRange);
    expect(values).toEqual(unitRange());
  });
});
