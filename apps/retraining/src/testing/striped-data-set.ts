import { CropDataSetWriter } from '@shelfwatch/vision/training-process';

const CROP_SIZE = 32;
const PER_CLASS = 12;

/** A data set folder of two classes that differ by their brightness; learnt in seconds. */
export async function writeStripedDataSet(folder: string): Promise<void> {
  const labels = [
    { label: 'empty', name: 'nothing there' },
    { label: '08904000210037', name: 'Tea' },
  ];
  const writer = await CropDataSetWriter.create(folder, labels, CROP_SIZE);
  for (let index = 0; index < PER_CLASS * labels.length; index += 1) {
    const label = index % labels.length;
    const crop = Uint8Array.from({ length: CROP_SIZE ** 2 * 3 }, (_, at) => {
      const stripe = (Math.floor(at / 3) + index) % 8 < 4 ? 30 : 0;
      return (label === 0 ? 40 : 170) + stripe;
    });
    await writer.add({ label, group: `picture-${Math.floor(index / labels.length)}` }, crop);
  }
  await writer.finish();
}
