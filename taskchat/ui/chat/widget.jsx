/* How a widget is drawn comes with the first widget: most pages show none. */
import { lazy, Suspense } from "react";

const Drawing = lazy(() => import("./drawing.jsx"));

export function Widget(props) {
  return (
    <Suspense fallback={null}>
      <Drawing {...props} />
    </Suspense>
  );
}
