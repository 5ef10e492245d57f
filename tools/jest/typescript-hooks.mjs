/**
 * Lets threads that a test starts run from TypeScript sources too, as the test itself does: preload with `--import`.
 * Worker threads inherit the option. (Inside jest's own sandbox jest transforms; these hooks are not asked.)
 */
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
