import { IconBuildingStore } from '@tabler/icons-react';
import { EmptyState } from '../../feedback/empty-state';
import { ReloadEvery } from '../../feedback/reload-every';

export function WaitForShop() {
  return (
    <EmptyState icon={IconBuildingStore} title="There is no shop yet">
      Import one with <code>PUT /v1/shops/&#123;storeId&#125;</code>: its products, shelves, cameras and stock. This
      page looks again every few seconds.
      <ReloadEvery seconds={4} />
    </EmptyState>
  );
}
