import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { parsePictureId, PictureStore } from '@shelfwatch/pictures';
import { ProblemException } from '@shelfwatch/platform';
import type { Response } from 'express';

@Controller('v1/pictures')
export class PicturesController {
  constructor(@Inject(PictureStore) private readonly pictures: PictureStore) {}

  /** A picture's name is the hash of its bytes: what was fetched once never changes. */
  @Get(':pictureId')
  async picture(@Param('pictureId') pictureId: string, @Res() response: Response): Promise<void> {
    const id = parsePictureId(pictureId);
    const picture = id === undefined ? undefined : await this.pictures.get(id);
    if (picture === undefined)
      throw new ProblemException(404, 'PICTURE_UNKNOWN', 'There is no such picture, or its time to be kept is over.');
    response
      .set('cache-control', 'private, max-age=31536000, immutable')
      .set('x-content-type-options', 'nosniff')
      .type(picture.type)
      .send(picture.bytes);
  }
}
