import { ProductStockPage } from '../../../../features/inventory/product-stock-page';

export default async function StockOfProductPage({ params }: { params: Promise<{ gtin: string }> }) {
  return <ProductStockPage gtin={(await params).gtin} />;
}
