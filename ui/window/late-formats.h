/* Room: window. Knows: loading a module, the program's own folder. Must not know: PDF, XLSX.
 *
 * pdf_finish and workbook_make for a program that opens quicker without the libraries they stand
 * on: the module aubaine-formats has both, and is loaded by the first call of either. It is looked
 * for beside the program, and where it is installed. Without it both give NULL with
 * G_FILE_ERROR_NOENT and one line that names it; the next call looks again. */
#pragma once

/* The program's name as it was called: it says which folder the program is in. Before the folder
 * it was called in is left. */
void late_formats_started_as(const char *program);
/* Looks only into this folder, in the file system's encoding; borrowed. For tests. */
void late_formats_look_in(const char *folder);
