/* What a row that can be dragged learns from the sorting around it; small, so that rows need not load the rest. */
import { createContext } from "react";

export const Sorted = createContext(null);
