export { exportPictures } from './export-pictures.js';
