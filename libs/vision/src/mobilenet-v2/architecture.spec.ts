import { convolutionsOf, mobileNetV2Architecture, roundChannels } from './architecture.js';

describe('MobileNetV2 architecture', () => {
  it('When width is 1, then blocks have the published channels, strides and resolutions', () => {
    const { blocks } = mobileNetV2Architecture();
    const projected = blocks.map(({ convolutions }) => convolutions.at(-1)!);
    expect(projected.map(({ outputChannels }) => outputChannels)).toEqual([
      16, 24, 24, 32, 32, 32, 64, 64, 64, 64, 96, 96, 96, 160, 160, 160, 320,
    ]);
    expect(projected.map(({ outputSize }) => outputSize)).toEqual([
      112, 56, 56, 28, 28, 28, 14, 14, 14, 14, 14, 14, 14, 7, 7, 7, 7,
    ]);
    expect(blocks.filter(({ isResidual }) => isResidual).map(({ name }) => name)).toEqual(
      [2, 4, 5, 7, 8, 9, 11, 12, 14, 15].map((number) => `block_${number}`),
    );
  });

  it('When multiply-adds are counted at 224 pixels, then they are the published 300 million', () => {
    const multiplyAdds = convolutionsOf(mobileNetV2Architecture()).reduce((sum, spec) => {
      const perPixel =
        spec.kernelSize ** 2 * (spec.kind === 'depthwise' ? 1 : spec.inputChannels) * spec.outputChannels;
      return sum + perPixel * spec.outputSize ** 2;
    }, 0);
    expect(multiplyAdds / 1e6).toBeCloseTo(299.5, 0);
  });

  it('When width is below 1, then channels are rounded to eights and the embedding keeps its length', () => {
    const { stem, embeddingLength } = mobileNetV2Architecture({ width: 0.35, inputSize: 96 });
    expect([stem.outputChannels, stem.outputSize, embeddingLength]).toEqual([16, 48, 1280]);
    expect([roundChannels(8.4), roundChannels(11.2), roundChannels(22.4), roundChannels(112)]).toEqual([
      8, 16, 24, 112,
    ]);
    expect(mobileNetV2Architecture({ width: 1.4 }).embeddingLength).toBe(1792);
  });

  it.each([0, 31, 100, 224.5])('When the input size is %p, then it is refused', (inputSize) => {
    expect(() => mobileNetV2Architecture({ inputSize })).toThrow(RangeError);
  });
});
