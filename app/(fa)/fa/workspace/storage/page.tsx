import { Storage } from '../../../../_workspace/storage/storage';

export default Storage;
