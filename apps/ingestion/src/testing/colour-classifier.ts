import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  classifyFrameRequest,
  type ClassifyFrameResponse,
  type ClassifyRegion,
  type RegionPrediction,
} from '@shelfwatch/contracts';
import sharp from 'sharp';
import { type Colour, COLOURS, GTINS } from './colour-shelf.js';

/** A model server of another make: recognises the boxes of the colour shelf behind the same HTTP contract. */
export interface ColourClassifier {
  url: string;
  /** Regions asked for so far. */
  regions: number;
  requests: number;
  /** While false, it answers 503. */
  isUp: boolean;
  /** How sure it is of a label; 0.97 of those that are not named. Below 0.2 it abstains. */
  probabilities: Partial<Record<string, number>>;
  stop(): Promise<void>;
}

export async function startColourClassifier(): Promise<ColourClassifier> {
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      if (!classifier.isUp) return response.writeHead(503).end('busy');
      if (request.url === '/health/ready') return response.end('{}');
      const form = await new Response(new Uint8Array(body), {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData();
      const { regions } = classifyFrameRequest.parse(JSON.parse(String(form.get('request'))));
      const picture = Buffer.from(await (form.get('picture') as File).arrayBuffer());
      classifier.requests++;
      classifier.regions += regions.length;
      const answer: ClassifyFrameResponse = {
        modelVersion: 'colours-1',
        engine: 'colours',
        predictions: await classify(picture, regions, classifier.probabilities),
      };
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const classifier: ColourClassifier = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    regions: 0,
    requests: 0,
    isUp: true,
    probabilities: {},
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return classifier;
}

async function classify(
  picture: Buffer,
  regions: readonly ClassifyRegion[],
  probabilities: ColourClassifier['probabilities'],
): Promise<RegionPrediction[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return regions.map(({ regionId, quad }) => {
    // A little beside the middle and above it, where a box shows its own colour.
    const x = Math.round(((quad[0].x + quad[2].x) / 2) * info.width);
    const y = Math.round((quad[0].y * 0.55 + quad[2].y * 0.45) * info.height);
    const at = (y * info.width + x) * 3;
    const label = nearest([data[at]!, data[at + 1]!, data[at + 2]!]);
    const probability = probabilities[label] ?? 0.97;
    return { regionId, top: [{ label, probability }], also: { [label]: probability }, unknown: probability < 0.2 };
  });
}

/** By direction of the colour first, so that light does not matter; a dull colour is the back of the shelf. */
function nearest(pixel: readonly number[]): string {
  const distances = (Object.keys(COLOURS) as Colour[]).map((colour) => {
    const wanted = [1, 3, 5].map((start) => parseInt(COLOURS[colour].slice(start, start + 2), 16));
    return { colour, distance: Math.hypot(...wanted.map((value, channel) => value - pixel[channel]!)) };
  });
  const { colour } = distances.sort((a, b) => a.distance - b.distance)[0]!;
  return colour === 'empty' || colour === 'occluded' ? colour : GTINS[colour];
}
