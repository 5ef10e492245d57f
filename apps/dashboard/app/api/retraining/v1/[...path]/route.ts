import { forwardRequest } from '../../../../../proxy/forward-request';
import { retrainingUrl } from '../../../../../retraining/retraining.config';

/** `/api/retraining/v1/…` is retraining's `/v1/…`. The address is normalised already, so it cannot climb out of `/v1/`. */
const forward = (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const path = `${pathname.replace(/^\/api\/retraining/, '')}${search}`;
  return forwardRequest({ name: 'retraining', url: retrainingUrl() }, request, path);
};

export { forward as GET, forward as POST };
