"""Looking into results: is the new model better, may it be switched to?"""
