import { stringify } from 'yaml';
import { asyncApiDocument } from './async-api-document.js';

/** `docs/asyncapi.yaml`, letter by letter. */
export const asyncApiText = (): string =>
  `# Made from libs/contracts by: npm run generate\n${stringify(asyncApiDocument(), { aliasDuplicateObjects: false, lineWidth: 0 })}`;
