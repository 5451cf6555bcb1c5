/* Room: window. Knows: loading a module, the program's own folder. Must not know: PDF, XLSX.
 *
 * pdf_finish and workbook_make for a program that opens quicker without the libraries they stand
 * on: the module aubaine-formats has both, and is loaded by the first call of either. It is looked
 * for beside the program, and where it is installed. Without it both give NULL with
 * G_FILE_ERROR_NOENT and one line that names it; the next call looks again. */
#pragma once

/* Looks only into this folder, in the file system's encoding; borrowed. For tests. */
void late_formats_look_in(const char *folder);
