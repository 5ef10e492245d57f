import { types } from 'node:util';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Node's environment with the outer realm's typed arrays and errors: native addons (ONNX Runtime, TensorFlow) check
 * `instanceof Float32Array` against the realm in which they were loaded and reject jest's own copies.
 */
export default class NodeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, {
      ArrayBuffer,
      Float32Array,
      Float64Array,
      Uint8Array,
      Uint8ClampedArray,
      Uint16Array,
      Int8Array,
      Int16Array,
      Int32Array,
      Uint32Array,
      BigInt64Array,
      BigUint64Array,
    });
    // Node's own modules (fs, net …) throw errors of the outer realm; code under test asks `instanceof Error`.
    const InnerError = this.global.Error;
    Object.defineProperty(InnerError, Symbol.hasInstance, {
      value(candidate) {
        const isOwn = Function.prototype[Symbol.hasInstance].call(this, candidate);
        return isOwn || (this === InnerError && types.isNativeError(candidate));
      },
    });
  }
}
