/** Where the browser finds a picture. @param path below monitoring's address, as its API gives it: `/v1/…` */
export const pictureAddress = (path: string): string => `/api${path}`;
