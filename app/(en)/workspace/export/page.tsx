import { Exports } from '../../../_workspace/export/exports';

export default Exports;
