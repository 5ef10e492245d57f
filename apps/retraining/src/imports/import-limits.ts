/** What an import may cost; a ZIP can promise little and unpack to much. */
export interface ImportLimits {
  /** Bytes of an uploaded ZIP. */
  maxUploadBytes: number;
  /** Bytes of one file, unpacked. */
  maxFileBytes: number;
  /** Bytes of all files together, unpacked. */
  maxTotalBytes: number;
  maxFiles: number;
}

export const DEFAULT_IMPORT_LIMITS: ImportLimits = {
  maxUploadBytes: 4e9,
  maxFileBytes: 40e6,
  maxTotalBytes: 20e9,
  maxFiles: 200_000,
};
