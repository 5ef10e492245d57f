import { monitoringUrl } from '../../../../monitoring/monitoring.config';
import { forwardRequest } from '../../../../proxy/forward-request';

/** `/api/v1/…` is monitoring's `/v1/…`. The address is normalised already, so it cannot climb out of `/v1/`. */
const forward = (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  return forwardRequest(
    { name: 'monitoring', url: monitoringUrl() },
    request,
    `${pathname.replace(/^\/api/, '')}${search}`,
  );
};

export { forward as DELETE, forward as GET, forward as PATCH, forward as POST, forward as PUT };
