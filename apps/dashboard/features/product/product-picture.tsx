import { IconPhotoOff } from '@tabler/icons-react';
import { pictureAddress } from '../../monitoring/picture-address';
import type { Product } from '../../monitoring/types';
import classes from './product-picture.module.css';

/** A product's package, on white in both colour schemes: packages are drawn for that. */
export function ProductPicture({ product, size = 56 }: { product: Product; size?: number }) {
  return (
    <span className={classes.picture} style={{ width: size, height: size }}>
      {product.pictureUrl === null ? (
        <IconPhotoOff size={size / 2.6} stroke={1.4} aria-label="No picture of this product" />
      ) : (
        <img src={pictureAddress(product.pictureUrl)} alt="" loading="lazy" decoding="async" />
      )}
    </span>
  );
}
